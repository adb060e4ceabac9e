package dev.monsh.stack.check;

import dev.monsh.failure.Problem;
import dev.monsh.mount.Mount;
import dev.monsh.stack.InlineFile;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The servers' own configuration files, by themselves and against what the Compose file gives them. */
final class ServerCheck {

    private final StackReading reading;
    private final ServerFiles files;
    private final ExternalCheckers external;
    private final Findings findings;
    private final AddressCheck addresses;

    ServerCheck(StackReading reading, ServerFiles files, ExternalCheckers external, Findings findings) {
        this.reading = reading;
        this.files = files;
        this.external = external;
        this.findings = findings;
        this.addresses = new AddressCheck(reading, findings);
    }

    void run() {
        for (StackService service : reading.stack().services()) {
            if (service.kind().isPresent() && present(service)) {
                long before = findings.errors();
                Path file = service.configuration().orElseThrow();
                switch (service.kind().get()) {
                    case PROMETHEUS -> prometheus(service, file);
                    case LOKI -> findings.read(service, () -> files.loki(file)).ifPresent(read -> loki(service, read));
                    case PROMTAIL ->
                        findings.read(service, () -> files.promtail(file)).ifPresent(read -> promtail(service, read));
                    case PROCESS_EXPORTER -> {}
                }
                // what our own reading has found already need not be said twice
                if (findings.errors() == before) {
                    external.server(reading.stack(), service).ifPresent(findings::addAll);
                }
            }
        }
    }

    /** Says where the configuration file is missing. */
    private boolean present(StackService service) {
        Optional<String> inside = service.configurationInside();
        Optional<Path> file = service.configuration();
        if (inside.isEmpty()) {
            findings.info(
                    service,
                    findings.at(service, "command"),
                    "it uses its image's built-in configuration: no option names a file",
                    "");
            return false;
        }
        Optional<InlineFile> unknown = reading.inline().stream()
                .filter(each ->
                        each.service().equals(service.name()) && each.target().equals(inside.get()))
                .findFirst();
        if (unknown.isPresent()) {
            findings.info(
                    service,
                    unknown.get().place(),
                    "not checked: its configuration is the config "
                            + unknown.get().name() + " (" + unknown.get().why() + ")",
                    "");
            return false;
        }
        if (file.isEmpty()) {
            findings.error(
                    service,
                    findings.at(service, "volumes"),
                    "its configuration file " + inside.get() + " is outside the folders that it mounts",
                    "mount the file's folder");
            return false;
        }
        if (!Files.isRegularFile(file.get())) {
            String what = Files.exists(file.get()) ? " isn't a regular file" : " does not exist";
            findings.unread(
                    service, Findings.file(file.get()), "the configuration file of " + service.name() + what, "");
            return false;
        }
        singleFile(service, inside.get());
        return true;
    }

    private void singleFile(StackService service, String inside) {
        List<Mount> mounts = service.mounts();
        // a mount without a place of its own is a config that stands in the Compose file: no editor replaces it
        int named =
                reading.source(service).map(source -> source.mounts().size()).orElse(mounts.size());
        for (int i = 0; i < named; i++) {
            int index = i;
            if (mounts.get(i).target().equals(inside)) {
                Problem place = reading.source(service)
                        .map(source -> source.mounts().get(index))
                        .orElseGet(() -> findings.at(service, "volumes"));
                findings.info(
                        service,
                        place,
                        "the file is mounted by itself: if an editor replaces it, the container still sees the old one",
                        "mount its folder");
            }
        }
    }

    private void prometheus(StackService service, Path file) {
        Optional<ServerFiles.PrometheusFile> read = findings.read(service, () -> files.prometheus(file));
        if (read.isEmpty()) {
            return;
        }
        read.get().targets().forEach(target -> addresses.run(service, target, "the scrape target"));
        notChecked(service, read.get().notChecked(), read.get().ignored());
        NamedFiles named = new NamedFiles(service, file, findings);
        read.get().targetFiles().forEach(each -> targetFiles(service, named, each));
        List<Path> rules = named.rules(read.get().ruleFiles());
        List<Path> sound = rules.stream()
                .filter(rule -> findings.read(service, () -> {
                            files.rules(rule);
                            return rule;
                        })
                        .isPresent())
                .toList();
        external.prometheus(service.name(), file, sound)
                .ifPresentOrElse(findings::addAll, () -> unasked(service, file, sound));
    }

    /** What Prometheus's own code judges, nobody else does. */
    private void unasked(StackService service, Path file, List<Path> rules) {
        String promql = rules.isEmpty()
                ? ""
                : " and the PromQL in "
                        + rules.stream()
                                .map(rule -> String.valueOf(rule.getFileName()))
                                .collect(Collectors.joining(", "));
        findings.info(
                service,
                Findings.file(file),
                "not checked: the details of the scrape configurations" + promql + ", since promtool is not on PATH",
                "install it: Debian's package prometheus has it");
    }

    private void targetFiles(StackService service, NamedFiles named, ServerFiles.TargetFiles wanted) {
        for (Path file : named.targets(wanted)) {
            findings.read(service, () -> files.targets(file, wanted.usualPort(), wanted.asWritten()))
                    .ifPresent(read -> {
                        read.targets().forEach(target -> addresses.run(service, target, "the scrape target"));
                        notChecked(service, read.notChecked(), Optional.empty());
                    });
        }
    }

    /** What cannot be known is said, and is never an error. */
    private void notChecked(StackService service, List<ServerFiles.Placed> unknown, Optional<Problem> ignored) {
        unknown.forEach(each -> findings.info(service, each.place(), "not checked: " + each.text(), ""));
        ignored.ifPresent(place -> findings.warning(
                service,
                place,
                service.name() + " reads only the first document of the file and ignores everything from here on",
                "remove the rest or merge it into one document"));
    }

    private void loki(StackService service, ServerFiles.LokiFile loki) {
        notChecked(service, loki.notChecked(), loki.ignored());
        Problem whole = Findings.file(service.configuration().orElseThrow());
        port(service, loki.port(), whole);
        if (loki.oldSchema().isPresent() && loki.structuredMetadata()) {
            findings.error(
                    service,
                    loki.oldSchema().get().place(),
                    "Loki 3 does not start: structured metadata requires schema v13 with store tsdb, but the newest"
                            + " here is " + loki.oldSchema().get().text(),
                    "add a v13 schema that starts on a future date, or allow_structured_metadata: false in limits_config");
        }
        if (loki.oldSchema().isPresent() && !loki.structuredMetadata()) {
            findings.info(
                    service,
                    loki.oldSchema().get().place(),
                    "schema " + loki.oldSchema().get().text() + " is deprecated in Loki 3",
                    "add a v13 schema with store tsdb that starts on a future date");
        }
        loki.pathPrefix()
                .filter(prefix -> !service.image().isEmpty() && !ComposeCheck.isStored(service, prefix.text()))
                .ifPresent(prefix -> findings.warning(
                        service,
                        prefix.place(),
                        prefix.text() + " is not on a volume: its data is lost when the container is recreated",
                        "add a volume for it to " + service.name()));
        if (!loki.retention()) {
            findings.warning(
                    service,
                    whole,
                    "logs are never deleted: the disk will fill up",
                    "set retention_period in limits_config, and retention_enabled and delete_request_store in compactor");
        }
    }

    private void promtail(StackService service, ServerFiles.PromtailFile promtail) {
        notChecked(service, promtail.notChecked(), promtail.ignored());
        port(service, promtail.port(), Findings.file(service.configuration().orElseThrow()));
        promtail.positions()
                .filter(positions -> !service.image().isEmpty() && !ComposeCheck.isStored(service, positions.text()))
                .ifPresent(positions -> findings.warning(
                        service,
                        positions.place(),
                        positions.text()
                                + " is not on a volume: when the container is recreated, it sends every line again",
                        "add a volume for its folder to " + service.name()));
        promtail.clients().forEach(client -> client(service, client));
    }

    private void client(StackService service, ServerFiles.Placed client) {
        try {
            URI url = URI.create(client.text());
            int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
            if (url.getHost() != null) {
                addresses.run(
                        service, new ServerFiles.Address(url.getHost(), port, client.place()), "the address of Loki");
            } else if (url.getRawAuthority() != null && url.getRawAuthority().matches("[\\w-]+:\\d{1,5}")) {
                // a name with an underscore is none to java.net.URI, and is one to Compose
                String[] parts = url.getRawAuthority().split(":", -1);
                addresses.run(
                        service,
                        new ServerFiles.Address(parts[0], Integer.parseInt(parts[1]), client.place()),
                        "the address of Loki");
            }
            if (!url.getPath().endsWith("/push")) {
                findings.warning(
                        service,
                        client.place(),
                        "Loki accepts logs at /loki/api/v1/push",
                        "add this path after the port");
            }
        } catch (IllegalArgumentException e) {
            findings.error(service, client.place(), "isn't a URL", "");
        }
    }

    /** A port that nobody listens on behind the published one is a connection that is closed at once. */
    private void port(StackService service, OptionalInt own, Problem place) {
        if (own.isEmpty()) {
            return;
        }
        int listens = own.getAsInt();
        boolean reached = service.hostNetwork()
                || service.ports().isEmpty()
                || service.ports().stream().mapToInt(PublishedPort::target).anyMatch(target -> target == listens);
        if (!reached) {
            findings.error(
                    service,
                    place,
                    "it listens on " + listens + ", but the Compose file publishes "
                            + service.ports().getFirst().target(),
                    "use the same port in both");
        }
    }
}
