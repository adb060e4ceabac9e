package dev.monsh.adapter.ssh.config;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out how a host is reached: from OpenSSH where it is there, else by OpenSSH's defaults (ssh_config(5)). */
public final class HopReader {

    private static final List<String> USUAL_KEYS = List.of("~/.ssh/id_ed25519", "~/.ssh/id_ecdsa", "~/.ssh/id_rsa");
    private static final List<String> USUAL_KNOWN_HOSTS = List.of(
            "~/.ssh/known_hosts", "~/.ssh/known_hosts2", "/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");

    private final SshSurroundings surroundings;

    public HopReader(SshSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Returns how the host is reached. What the call itself names goes before what the user's configuration says. */
    public SshHop read(JumpName name) {
        long start = System.nanoTime();
        return surroundings
                .client()
                .map(client -> new OpenSshClient(
                                client, surroundings.environment(), surroundings.configuration(), surroundings.limit())
                        .options(name))
                .map(options -> configured(name, options, surroundings.limit().minusNanos(System.nanoTime() - start)))
                .orElseGet(() -> usual(name));
    }

    private SshHop usual(JumpName name) {
        return new SshHop(
                name.host(),
                name.port().orElse(SshHop.DEFAULT_PORT),
                name.user().orElse(surroundings.userName()),
                name.host().toLowerCase(Locale.ROOT),
                false,
                Optional.empty(),
                paths(USUAL_KEYS, Map.of()),
                false,
                socket("SSH_AUTH_SOCK"),
                paths(USUAL_KNOWN_HOSTS, Map.of()),
                Optional.empty(),
                List.of(),
                surroundings.limit());
    }

    /** The connection has what the look into the configuration has left of the limit. */
    private SshHop configured(JumpName name, SshOptions options, Duration left) {
        String host = options.one("hostname").orElse(name.host());
        options.one("proxycommand").ifPresent(command -> {
            throw new ConfigurationException(List.of(new Problem(
                    "SSH configuration for " + name.host(),
                    0,
                    0,
                    "ProxyCommand is not supported (" + command + "); ProxyJump is")));
        });
        int port = options.number("port").orElse(SshHop.DEFAULT_PORT);
        String user = options.one("user").orElse(surroundings.userName());
        Map<String, String> tokens = Map.of(
                "%%",
                "%",
                "%d",
                surroundings.home().toString(),
                "%h",
                host,
                "%n",
                name.host(),
                "%p",
                String.valueOf(port),
                "%r",
                user,
                "%u",
                surroundings.userName());
        boolean keys = options.all("pubkeyauthentication").stream().noneMatch(each -> each.matches("no|false"));
        Optional<String> alias = options.one("hostkeyalias");
        List<String> knownHosts = new ArrayList<>(options.words("userknownhostsfile"));
        knownHosts.addAll(options.words("globalknownhostsfile"));
        return new SshHop(
                host,
                port,
                user,
                alias.orElse(host).toLowerCase(Locale.ROOT),
                alias.isPresent(),
                Optional.empty(),
                keys ? paths(options.all("identityfile"), tokens) : List.of(),
                options.yes("identitiesonly"),
                keys ? agent(options, tokens) : Optional.empty(),
                paths(knownHosts, tokens),
                options.one("revokedhostkeys")
                        .map(file -> paths(List.of(file), tokens).getFirst()),
                options.one("proxyjump")
                        .map(value -> List.of(value.split(",")).stream()
                                .map(JumpName::parse)
                                .toList())
                        .orElse(List.of()),
                options.number("connecttimeout")
                        .map(Duration::ofSeconds)
                        .filter(configured -> configured.compareTo(left) < 0)
                        .orElse(left));
    }

    private Optional<Path> agent(SshOptions options, Map<String, String> tokens) {
        if (options.all("identityagent").contains("none")) {
            return Optional.empty();
        }
        String named = options.one("identityagent").orElse("SSH_AUTH_SOCK");
        if (named.equals("SSH_AUTH_SOCK")) {
            return socket(named);
        }
        return named.startsWith("$")
                ? socket(named.replaceAll("[${}]", ""))
                : Optional.of(paths(List.of(named), tokens).getFirst());
    }

    private Optional<Path> socket(String variable) {
        return Optional.ofNullable(surroundings.environment().get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    private List<Path> paths(List<String> written, Map<String, String> tokens) {
        return written.stream()
                .filter(path -> !path.equals("none"))
                .map(path -> surroundings.resolve(expanded(path, tokens)))
                .distinct()
                .toList();
    }

    /** OpenSSH, too, ends with an error where a variable is not set. */
    private String variable(String name) {
        String value = surroundings.environment().get(name);
        if (value == null) {
            throw new ConfigurationException(List.of(
                    new Problem("SSH configuration", 0, 0, "the environment variable " + name + " is not set")));
        }
        return value;
    }

    /** Tokens of ssh_config(5), and variables, that OpenSSH leaves to whoever uses the value. */
    private String expanded(String text, Map<String, String> tokens) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int close = text.startsWith("${", i) ? text.indexOf('}', i) : -1;
            if (close > 0) {
                expanded.append(variable(text.substring(i + 2, close)));
                i = close;
                continue;
            }
            String token = text.substring(i, Math.min(i + 2, text.length()));
            String value = tokens.get(token);
            if (value == null) {
                expanded.append(text.charAt(i));
            } else {
                expanded.append(value);
                i++;
            }
        }
        return expanded.toString();
    }
}
