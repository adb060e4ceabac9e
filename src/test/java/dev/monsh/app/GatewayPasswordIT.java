package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.LongRunning;
import dev.monsh.testing.gateway.LabBox;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords that monsh makes for a real gateway: they come and go with the site. */
@LongRunning
class GatewayPasswordIT extends GatewayConsoleCase {

    private Path passwords = Path.of("");
    private Path mine = Path.of("");

    @BeforeEach
    void noPasswords() throws IOException {
        passwords = lab.root().resolve("nginx/monsh.htpasswd");
        mine = lab.root().resolve("home/gateway.password");
        Files.deleteIfExists(passwords);
        Files.deleteIfExists(mine);
    }

    @AfterEach
    void nothingIsLeftBeside() {
        assertThat(passwords.getParent()).isDirectoryNotContaining("glob:**.monsh-*");
    }

    private Run harden(String... more) {
        String[] words = {"gateway", "harden", "--auth", "grafana", "--yes"};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return run(all);
    }

    private Run hardened() {
        Run run = harden("--password-file", mine.toString());
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
        return run;
    }

    private String query(String user, String password) {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return LabBox.gateway(odk, "GET", "/api/v1/query?query=up", "Authorization: Basic " + login + "\r\n");
    }

    @Test
    void a_password_is_made_asked_for_and_goes_with_a_rollback() throws IOException {
        Run run = hardened();

        String password = Files.readString(mine).strip();
        assertThat(password).matches("[A-Za-z0-9_-]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
                .isEqualTo("rw-------");
        assertThat(query(odk)).isEqualTo("401");
        assertThat(query("grafana", password)).isEqualTo("200");
        assertThat(query("grafana", password + "x")).isEqualTo("401");
        assertThat(Files.readString(passwords))
                .startsWith("grafana:{SSHA}")
                .endsWith("\n")
                .hasLineCount(1);
        assertThat(lab.inside("stat -c '%U:%G %a' " + passwords).strip()).isEqualTo("root:root 640");
        assertThat(run.err())
                .contains(passwords + ": grafana gets a new password")
                .contains("the password of grafana is in " + mine);

        Run again = harden();
        assertThat(again.code()).as("%s", again).isEqualTo(ExitCode.DONE);
        assertThat(again.err()).contains("which stays").contains("nothing to change");

        Run back = gateway("rollback", "--yes");
        assertThat(back.code()).as("%s", back).isEqualTo(ExitCode.DONE);
        assertThat(back.err()).contains(passwords + " is reverted too");
        assertThat(live()).isEqualTo(before);
        assertThat(passwords).doesNotExist();
        assertThat(query(odk)).isEqualTo("200");

        Run forth = gateway("rollback", "--yes");
        assertThat(forth.err()).contains(passwords + " is restored");
        assertThat(query(odk)).isEqualTo("401");
        assertThat(query("grafana", password)).isEqualTo("200");

        assertThat(run.out()
                        + run.err()
                        + again
                        + back
                        + forth
                        + gateway("history").out())
                .doesNotContain(password);
        assertThat(lab.inside("grep -rlF -- " + password + " " + lab.root().resolve("state") + " "
                        + lab.root().resolve("nginx") + " " + lab.root().resolve("calls") + " || true"))
                .isEmpty();
    }

    @Test
    void a_password_is_shown_once_on_the_terminal_and_nowhere_else() {
        Run nowhere = harden();
        assertThat(nowhere.code()).as("%s", nowhere).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err()).contains("add --password-file FILE");
        assertThat(live()).isEqualTo(before);

        Run shown = runOn("001", "gateway", "harden", "--auth", "grafana", "--yes", "-q");
        assertThat(shown.code()).as("%s", shown).isEqualTo(ExitCode.DONE);
        Matcher password = Pattern.compile("the password of grafana, shown this once: (\\S+)\n")
                .matcher(shown.err());
        assertThat(password.find()).isTrue();
        assertThat(query("grafana", password.group(1))).isEqualTo("200");
        assertThat(shown.out()).doesNotContain(password.group(1));
    }

    @Test
    void other_users_their_owner_and_mode_stay_and_a_password_is_renewed_on_request() throws IOException {
        LabFiles.write(passwords, "# ours\nother:$apr1$x$y", "rw-r-----");
        LabFiles.run(List.of("chown", "www-data:adm", passwords.toString()));
        hardened();
        assertThat(Files.readString(passwords)).startsWith("# ours\nother:$apr1$x$y\ngrafana:{SSHA}");
        assertThat(lab.inside("stat -c '%U:%G %a' " + passwords).strip()).isEqualTo("www-data:adm 640");
        String old = Files.readString(mine).strip();

        Run renewed = harden("--new-password", "--password-file", mine + ".2");
        assertThat(renewed.code()).as("%s", renewed).isEqualTo(ExitCode.DONE);
        assertThat(query("grafana", old)).isEqualTo("401");
        String second = Files.readString(Path.of(mine + ".2")).strip();
        LabFiles.remove(Path.of(mine + ".2"));
        assertThat(query("grafana", second)).isEqualTo("200");
        assertThat(Files.readString(passwords)).hasLineCount(3);

        Run taken = harden("--new-password", "--password-file", mine.toString());
        assertThat(taken.code()).as("%s", taken).isEqualTo(ExitCode.CONFLICT);
        assertThat(Files.readString(mine).strip()).isEqualTo(old);
        assertThat(query("grafana", second)).isEqualTo("200");
    }

    @Test
    void the_group_of_nginxs_workers_may_read_the_file() {
        Path main = lab.root().resolve("nginx/nginx.conf");
        String text = LabFiles.read(main);
        LabFiles.write(main, text.replace("user root;", "user www-data;"), "rw-r--r--");
        try {
            lab.nginx().force(before);
            hardened();
            assertThat(lab.inside("stat -c '%U:%G %a' " + passwords).strip()).isEqualTo("root:www-data 640");
            assertThat(query("grafana", LabFiles.read(mine).strip())).isEqualTo("200");
        } finally {
            LabFiles.write(main, text, "rw-r--r--");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx | case \"$*\" in *reload) echo no such luck >&2; exit 1;; esac | REJECTED",
                "sync | case \"$*\" in *htpasswd*) exit 0;; esac | DONE",
                "mv | case \"$*\" in *htpasswd*) echo no room >&2; exit 1;; esac | UNREACHABLE",
                "mv | case \"$*\" in *monitoring-proxy*) echo no room >&2; exit 1;; esac | UNREACHABLE",
            })
    void a_change_that_fails_leaves_no_password_behind(String tool, String fault, ExitCode code) {
        lab.tools().fault(tool, fault);
        Run run = harden("--password-file", mine.toString());
        assertThat(run.code()).as("%s", run).isEqualTo(code);
        lab.tools().clear();
        if (code != ExitCode.DONE) {
            assertThat(live()).isEqualTo(before);
            assertThat(passwords).doesNotExist();
            assertThat(query(odk)).isEqualTo("200");
        }
        if (code == ExitCode.REJECTED) {
            assertThat(mine).doesNotExist();
        }
    }

    @Test
    void a_file_that_was_there_is_put_back_to_the_byte() {
        LabFiles.write(passwords, "other:$apr1$x$y\n", "rw-r-----");
        lab.tools().fault("nginx", "case \"$*\" in *reload) exit 1;; esac");
        Run run = harden("--password-file", mine.toString());
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REJECTED);
        assertThat(passwords).hasContent("other:$apr1$x$y\n");
        assertThat(lab.inside("stat -c %a " + passwords).strip()).isEqualTo("640");
    }

    @Test
    void a_script_that_is_killed_between_the_two_files_is_taken_back_by_the_next_run() {
        lab.tools().fault("mv", "case \"$*\" in *monitoring-proxy*) " + lab.killOnce() + ";; esac");
        Run run = harden("--password-file", mine.toString());
        assertThat(run.code()).as("%s", run).isNotEqualTo(ExitCode.DONE);
        lab.tools().clear();
        assertThat(passwords).exists();

        assertThat(gateway("map").code()).isEqualTo(ExitCode.DONE);
        assertThat(passwords).doesNotExist();
        assertThat(live()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nginx | *reload*", "sync | */sites-available", "awk | *wanted=missing*"})
    void nobody_is_locked_out_by_a_script_that_is_killed_after_the_move(String tool, String moment) {
        lab.tools().fault(tool, "case \"$*\" in " + moment + ") " + lab.killOnce() + ";; esac");
        Run run = harden("--password-file", mine.toString());
        lab.tools().clear();
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("try: monsh gateway history");
        assertThat(mine).exists();

        assertThat(gateway("map").code()).isEqualTo(ExitCode.DONE);
        assertThat(query("grafana", LabFiles.read(mine).strip())).isEqualTo("200");
        assertThat(query(odk)).isEqualTo("401");
    }

    @Test
    void a_site_that_asks_for_passwords_of_another_file_is_not_given_a_second_one() {
        Path others = LabFiles.write(lab.root().resolve("nginx/others"), "x:{PLAIN}y\n", "rw-r--r--");
        before = before.replace(
                "location / {",
                "auth_basic x; auth_basic_user_file " + others + "; proxy_set_header Authorization \"\"; location / {");
        lab.nginx().force(before);
        Run run = harden("--password-file", mine.toString());
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.CONFLICT);
        assertThat(run.err()).contains("--auth-file PATH");

        Run named = harden("--auth-file", others.toString(), "--password-file", mine.toString());
        assertThat(named.code()).as("%s", named).isEqualTo(ExitCode.DONE);
        assertThat(query("x", "y")).isEqualTo("200");
        assertThat(query("grafana", LabFiles.read(mine).strip())).isEqualTo("200");
    }
}
