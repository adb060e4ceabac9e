package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import dev.monsh.testing.Distribution;
import dev.monsh.testing.Ended;
import dev.monsh.testing.FakeTailscale;
import dev.monsh.testing.Launched;
import dev.monsh.testing.gateway.LabBox;
import dev.monsh.testing.gateway.LabFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Mappings of a real gateway, from the first command to the query that goes through it. */
class GatewayMapIT extends GatewayConsoleCase {

    private static final long LONGEST_MILLIS = 3000;
    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";

    /** The address of the box may not be mapped yet. */
    private void onlyAnotherBox() {
        before = "server { listen " + odk + "; server_name 127.0.0.1; return 200; }\n";
        lab.nginx().force(before);
    }

    private String[] add(int prometheus, int loki, String... more) {
        String[] words = {
            "map",
            "add",
            "aibox-2",
            "--tailscale-ip",
            box.address(),
            "--prometheus-port",
            String.valueOf(prometheus),
            "--loki-port",
            String.valueOf(loki)
        };
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void a_box_is_mapped_answers_stands_in_the_history_and_is_rolled_back_to_the_same_bytes() {
        onlyAnotherBox();
        int prometheus = lab.ports().free();
        int loki = lab.ports().free();

        Run dry = done(add(prometheus, loki, "--dry-run"));
        assertThat(dry.out()).contains("+    listen " + prometheus + ";");
        assertThat(live()).isEqualTo(before);

        Run added = done(add(prometheus, loki, "--yes"));
        assertThat(added.out()).isEqualTo(dry.out());
        assertThat(added.err())
                .contains("nginx runs with it; this is change ")
                .contains("and 127.0.0.1 answers on " + prometheus + " and " + loki);
        assertThat(query(prometheus)).isEqualTo("200");
        assertThat(LabBox.gateway(loki, "GET", "/loki/api/v1/tail", UPGRADE)).isEqualTo("101");
        assertThat(LabBox.gateway(loki, "POST", "/loki/api/v1/push", "Content-Length: 0\r\n"))
                .isEqualTo("403");

        assertThat(done("map").out())
                .contains(prometheus + "\taibox-2\tPrometheus\t" + box.address() + ":9090\tyes\tread\t")
                .contains(loki + "\taibox-2\tLoki\t");
        assertThat(gateway("check").out())
                .contains("port " + prometheus + " owned\tgood")
                .contains("port " + prometheus + " target\tgood")
                .contains("port " + prometheus + " public\tgood\t127.0.0.1 answers 200")
                .contains("port " + loki + " live tail\tgood\tan upgrade answers 101")
                .contains("port " + loki + " write refused\tgood\tnginx refuses it")
                .doesNotContain("\tbad\t");
        assertThat(done("history", "--limit", "1").out()).contains("\tapplied\tmap add aibox-2\t");

        assertThat(done("rollback", "--yes").out()).contains("-    listen " + prometheus + ";");
        assertThat(live()).isEqualTo(before);
        assertThat(query(prometheus)).isEmpty();
    }

    @Test
    void ports_that_another_program_has_are_passed_over() throws IOException {
        onlyAnotherBox();
        String[] words = {"map", "add", "b", "--tailscale-ip", box.address(), "--dry-run"};
        int chosen = firstPort(done(words));
        try (ServerSocket held = new ServerSocket(chosen, 1, InetAddress.getLoopbackAddress())) {
            assertThat(firstPort(done(words))).isGreaterThan(held.getLocalPort());
        }
    }

    private static int firstPort(Run run) {
        return run.out()
                .lines()
                .filter(line -> line.matches("\\+ +listen \\d+;"))
                .map(line -> Integer.valueOf(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run));
    }

    @Test
    void mappings_are_set_moved_and_removed() {
        int moved = lab.ports().free();
        done("map", "move", String.valueOf(odk), String.valueOf(moved), "--yes");
        assertThat(query(moved)).isEqualTo("200");
        assertThat(query(odk)).isEmpty();

        done("map", "remove", String.valueOf(odkLoki), "--yes");
        assertThat(LabBox.gateway(odkLoki, "GET", "/ready", "")).isEmpty();
        assertThat(query(moved)).isEqualTo("200");

        Run nowhere = gateway("map", "set", String.valueOf(moved), "127.0.0.99:9090", "--yes");
        assertThat(nowhere.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(nowhere.err()).contains("nginx applied the change, but port " + moved + " answers 502");
        done("map", "set", String.valueOf(moved), box.address() + ":9090", "--yes");
        assertThat(query(moved)).isEqualTo("200");
    }

    @Test
    void a_mapping_of_the_manual_lets_everybody_write_until_it_is_hardened() {
        assertThat(LabBox.gateway(odkLoki, "POST", "/loki/api/v1/push", "Content-Length: 0\r\n"))
                .isEqualTo("204");
        assertThat(LabBox.gateway(odkLoki, "GET", "/loki/api/v1/tail", UPGRADE)).isEqualTo("400");
        assertThat(gateway("audit").code()).isEqualTo(ExitCode.NO);

        done("harden", "--yes");

        assertThat(LabBox.gateway(odkLoki, "GET", "/loki/api/v1/tail", UPGRADE)).isEqualTo("101");
        assertThat(LabBox.gateway(odkLoki, "POST", "/loki/api/v1/push", "Content-Length: 0\r\n"))
                .isEqualTo("403");
        assertThat(LabBox.gateway(odkLoki, "GET", "/loki/api/v1/query_range?query=x", ""))
                .isEqualTo("200");
        assertThat(query(odk)).isEqualTo("200");
        assertThat(LabBox.gateway(odk, "POST", "/-/quit", "Content-Length: 0\r\n"))
                .isEqualTo("403");
        assertThat(LabBox.gateway(odk, "GET", "/api/v1/status/config", "")).isEqualTo("403");
        assertThat(gateway("audit").out()).doesNotContain("high\t");
    }

    @Test
    void a_hardened_block_of_another_name_answers_the_check_and_the_change() {
        int port = lab.ports().free();
        String listen = "listen " + port + ";";
        before = before
                + "server { " + listen.replace(";", " default_server;") + " return 444; }\n"
                + "server { " + listen + " server_name gw.example; location / { proxy_pass http://" + box.address()
                + ":9090; proxy_http_version 1.1; } }\n";
        lab.nginx().force(before);

        assertThat(gateway("check").out())
                .contains("port " + port + " public\tgood\t127.0.0.1 answers 200 to the name gw.example\n");
        int moved = lab.ports().free();
        Run run = gateway("map", "move", String.valueOf(port), String.valueOf(moved), "--yes");
        assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_list_says_which_targets_answer_the_gateway_and_waits_for_none_that_does_not() {
        int silent = lab.ports().free();
        before = before + "server { listen " + silent + "; location / { proxy_pass http://127.0.0.97:9090; } }\n";
        lab.nginx().force(before);

        assertThat(done("map").out().lines())
                .anyMatch(line -> line.startsWith(odk + "\t") && line.endsWith("\tyes"))
                .anyMatch(line -> line.startsWith(odkLoki + "\t") && line.endsWith("\tyes"))
                .anyMatch(line -> line.startsWith(silent + "\t") && line.endsWith("\tno"));
        assertThat(done("map", "-o", "jsonl").out())
                .contains("\"answers\":true,\"answer\":\"answers 200\"}")
                .contains("\"answers\":false,\"answer\":\"it can't be reached from there: ");
        assertThat(done("map", "--no-probe").out().lines()).allMatch(line -> line.endsWith("\t-"));
    }

    @Test
    void tailscale_on_the_gateway_is_asked_over_ssh() {
        Path program = FakeTailscale.running().in(lab.root().resolve("tools"));
        try {
            Run status = run("tailscale", "status", "--gateway", "aibox-2");
            assertThat(status.code()).as("%s", status).isEqualTo(ExitCode.DONE);
            assertThat(status.out()).startsWith("aibox-2\t100.64.0.8 ");

            Run named = done("map", "add", "aibox-2", "--dry-run");
            assertThat(named.out()).contains("http://100.64.0.8:9090");
            assertThat(named.err()).contains("100.64.0.8 is the address of aibox-2 in the tailnet");

            new FakeTailscale("echo no daemon >&2; exit 1\n").in(lab.root().resolve("tools"));
            Run failing = run("tailscale", "status", "--gateway");
            assertThat(failing.code()).as("%s", failing).isEqualTo(ExitCode.UNREACHABLE);
            assertThat(failing.err()).contains("no daemon");
            assertThat(gateway("map", "add", "aibox-2", "--dry-run").code()).isEqualTo(ExitCode.USAGE);
        } finally {
            LabFiles.remove(program);
        }
        Run absent = run("tailscale", "status", "--gateway");
        assertThat(absent.code()).as("%s", absent).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(absent.err()).contains("tailscale not found");
    }

    @Test
    void twenty_changes_in_a_row_fail_no_request_and_leave_no_old_worker() throws InterruptedException {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        Thread apart = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                String status = query(odk);
                (status.equals("200") ? List.<String>of() : List.of("apart: " + status)).forEach(failures::add);
                answers.incrementAndGet();
                LabFiles.pause(5);
            }
        });
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + odk + "/api/v1/query?query=up"))
                .build();
        Thread kept = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                try {
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 200 || !answer.body().endsWith("}")) {
                        failures.add("kept: " + answer);
                    }
                    answers.incrementAndGet();
                    LabFiles.pause(5);
                } catch (IOException | InterruptedException e) {
                    failures.add("kept: " + e);
                }
            }
        });
        try {
            int port = odkLoki;
            for (int i = 0; i < 20; i++) {
                int next = lab.ports().free();
                done("map", "move", String.valueOf(port), String.valueOf(next), "--yes");
                port = next;
            }
        } finally {
            ended.set(true);
            apart.join();
            kept.join();
            client.close();
        }
        assertThat(failures).isEmpty();
        assertThat(answers.get()).isGreaterThan(100);
        LabFiles.await(
                "the end of old workers",
                Duration.ofSeconds(5),
                () -> lab.nginx().workers().size() <= 2);
        assertThat(lab.nginx().workers()).hasSize(2);
    }

    @Test
    void a_gateway_without_a_site_gets_one_with_its_link_and_rollback_empties_it() throws IOException {
        removeSite();
        Run absent = gateway("map", "list");
        assertThat(absent.code()).isEqualTo(ExitCode.USAGE);
        assertThat(absent.err()).contains("no such file\n  try: monsh gateway map add BOX");
        int prometheus = lab.ports().free();
        int loki = lab.ports().free();

        done(add(prometheus, loki, "--dry-run"));
        assertThat(lab.nginx().site()).doesNotExist();

        done(add(prometheus, loki, "--yes"));
        assertThat(query(prometheus)).isEqualTo("200");
        assertThat(Files.readSymbolicLink(lab.nginx().link()))
                .isEqualTo(lab.nginx().site());
        assertThat(Files.getPosixFilePermissions(lab.nginx().site()))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));

        done("rollback", "--yes");
        assertThat(live()).isEmpty();
        assertThat(query(prometheus)).isEmpty();
        done(add(prometheus, loki, "--yes"));
        assertThat(query(prometheus)).isEqualTo("200");
    }

    @Test
    void a_site_that_nginx_does_not_take_is_not_there_afterwards() throws IOException {
        removeSite();
        lab.tools().fault("nginx", "case \"$*\" in *reload) echo 'nginx: [error] no' >&2; exit 1;; esac");
        try {
            Run run = gateway(add(lab.ports().free(), lab.ports().free(), "--yes"));
            assertThat(run.code()).as("%s", run).isEqualTo(ExitCode.REJECTED);
            assertThat(lab.nginx().site()).doesNotExist();
            assertThat(lab.nginx().link()).doesNotExist();
            assertThat(Files.isSymbolicLink(lab.nginx().link())).isFalse();
        } finally {
            restoreSite();
        }
    }

    private void removeSite() throws IOException {
        lab.nginx().force("");
        Files.delete(lab.nginx().link());
        Files.delete(lab.nginx().site());
    }

    private void restoreSite() throws IOException {
        LabFiles.write(lab.nginx().site(), "", "rw-r--r--");
        Files.createSymbolicLink(lab.nginx().link(), lab.nginx().site());
    }

    @Test
    void a_whole_call_of_the_program_maps_a_box() {
        onlyAnotherBox();
        Launched monsh = Launched.in(lab.root().resolve("launched"))
                .with("HOME", lab.root().resolve("home").toString())
                .with(
                        "PATH",
                        Distribution.folder().resolve("bin") + ":"
                                + environment().get("PATH"));
        // a figure, not a limit: docs/performance.md has the one of a quiet machine
        System.out.println("monsh gateway map add over SSH: " + millisOfOneCall(monsh) + " ms");
    }

    private long millisOfOneCall(Launched monsh) {
        lab.nginx().force(before);
        List<String> call = new ArrayList<>(List.of("gateway"));
        call.addAll(List.of(add(lab.ports().free(), lab.ports().free(), "--yes")));
        long start = System.nanoTime();
        Ended ended = monsh.run(call.toArray(String[]::new));
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(ended.code()).as("%s", ended).isZero();
        assertThat(ended.err()).contains("nginx runs with it").doesNotContain("SLF4J");
        return millis;
    }
}
