package dev.monsh.gateway.harden;

import dev.monsh.box.Box;
import dev.monsh.gateway.map.MappingBlock;
import dev.monsh.gateway.nginx.Block;
import dev.monsh.gateway.nginx.BlockInsertion;
import dev.monsh.gateway.nginx.BlockRemoval;
import dev.monsh.gateway.nginx.BlockText;
import dev.monsh.gateway.nginx.Comment;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.Item;
import dev.monsh.gateway.nginx.NginxEdit;
import dev.monsh.gateway.site.Exposure;
import dev.monsh.gateway.site.Listen;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.Route;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.ServerNames;
import dev.monsh.gateway.site.ServicePaths;
import dev.monsh.gateway.site.Target;
import dev.monsh.gateway.traffic.Inheritance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hardens one server of {@code http}. */
final class ServerHardening {

    private static final Set<String> DECIDING =
            Set.of("location", "if", "rewrite", "return", "set", "break", "include");

    private static final String METHODS = "no other methods than GET, HEAD and POST";

    private final List<ServerBlock> servers;
    private final ServerBlock server;
    private final HardenOptions options;
    private final MappingLabel label;
    private final ServicePaths paths;
    private final Optional<String> name;
    private final List<NginxEdit> edits = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final PathGuards guarding;
    private boolean blocksPages;

    /** What is put in front of the first location, which is one insertion. */
    private final BlockText settings = new BlockText();

    /**
     * Takes what is known of the gateway.
     *
     * @param servers all of them, whose ports count as well
     * @param name the one under which clients know the gateway
     */
    ServerHardening(
            List<ServerBlock> servers,
            List<Box> boxes,
            Optional<String> name,
            ServerBlock server,
            HardenOptions options) {
        this.servers = servers;
        this.server = server;
        this.options = options;
        this.label = new MappingLabel(boxes);
        this.paths = ServicePaths.of(label.service(server, server.targets().getFirst()));
        this.name = name;
        this.guarding = new PathGuards(server, label, options.pages());
    }

    List<String> done() {
        return done;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Returns whether pages that Prometheus has for people are no longer reachable. */
    boolean blocksPages() {
        return blocksPages;
    }

    List<NginxEdit> edits() {
        ProxySettings proxy = new ProxySettings(server, options.authFile().isPresent());
        edits.addAll(proxy.edits());
        proxy.lines().forEach(settings::line);
        if (!proxy.edits().isEmpty() || !proxy.lines().isEmpty()) {
            done.add("live tail, HTTP/1.1 and timeouts");
        }
        clients();
        encrypt();
        boolean others = letsOtherMethods();
        if (others && !MappingBlock.refusesMethods(server.whole())) {
            blankLine();
            settings.all(MappingBlock.methodGuard());
            done.add(METHODS);
        }
        allowPaths();
        if (others) {
            refuseMethodsInside();
        }
        refuseOtherHosts();
        if (!settings.isEmpty()) {
            edits.addFirst(BlockInsertion.before(server.file(), firstDeciding(), settings));
        }
        return edits;
    }

    /** Guards count only in front of what nginx runs before it looks for a location. */
    private int firstDeciding() {
        Directive first = server.directive().children().stream()
                .filter(each -> DECIDING.contains(each.name()))
                .findFirst()
                .orElseGet(() -> server.directive().children().getLast());
        return start(server.directive().block().orElseThrow(), first);
    }

    private int start(Block parent, Directive directive) {
        List<Comment> comments = BlockRemoval.comments(server.file(), parent, directive);
        return comments.isEmpty()
                ? directive.start()
                : Math.min(comments.getFirst().start(), directive.start());
    }

    private void clients() {
        Inheritance rules = new Inheritance(server.chain());
        boolean asked =
                server.routes().stream().anyMatch(route -> new Inheritance(route.chain()).mentionsAuthentication());
        boolean keeps = server.routes().stream().allMatch(route -> new Inheritance(route.chain()).authenticates());
        if (options.authFile().isPresent() && asked && !keeps) {
            warnings.add("it asks for a password already, but its rules let people in without one, and monsh does not"
                    + " change them: see gateway audit");
        }
        if (options.authFile().isPresent() && !asked) {
            settings.line("auth_basic \"monsh\";");
            settings.line("auth_basic_user_file " + options.authFile().get().text() + ";");
            done.add("basic authentication");
        }
        if (!options.allow().isEmpty() && rules.mentionsAddresses() && !rules.restrictsAddresses()) {
            warnings.add(
                    "its own allow and deny rules let everybody in, and monsh does not change them: remove them, then"
                            + " harden again");
        }
        if (!options.allow().isEmpty() && !rules.mentionsAddresses()) {
            options.allow().forEach(block -> settings.line("allow " + block.text() + ";"));
            settings.line("deny all;");
            done.add("allowed addresses");
        }
    }

    private void encrypt() {
        if (options.tls().isEmpty() || server.encrypts()) {
            return;
        }
        for (Listen listen : server.listens()) {
            List<String> arguments = new ArrayList<>(listen.directive().arguments());
            arguments.add("ssl");
            edits.add(new NginxEdit.SetArguments(listen.directive(), arguments));
        }
        settings.line("ssl_certificate " + options.tls().get().certificate().text() + ";");
        settings.line("ssl_certificate_key " + options.tls().get().key().text() + ";");
        done.add("TLS");
    }

    private void allowPaths() {
        List<Target> open = server.targets().stream()
                .filter(target ->
                        !(Exposure.of(server, target, label.service(server, target)) instanceof Exposure.Closed))
                .toList();
        if (open.stream().anyMatch(target -> label.service(server, target).isEmpty())) {
            warnings.add("it is unknown what answers there, so monsh can't choose the paths to allow");
        }
        Optional<Directive> only = onlyLocation();
        if (!open.isEmpty() && paths.areKnown() && only.isPresent()) {
            edits.add(new NginxEdit.SetArguments(only.get(), List.of("~", paths.location(options.pages()))));
            withoutPath();
            plainPaths(only.get());
            blankLine();
            settings.open("location /").line("return 403;").close();
            done.add("only what is needed for reading");
            sayLoss();
        } else if (!open.isEmpty()) {
            List<NginxEdit> guards = guarding.edits();
            edits.addAll(guards);
            if (!guards.isEmpty()) {
                done.add("only what is needed for reading, checked at the top of each location");
                sayLoss();
            }
        } else {
            renew();
        }
    }

    private void blankLine() {
        if (!settings.isEmpty()) {
            settings.line("");
        }
    }

    /** An allowlist of an earlier monsh gets what has been added since. */
    private void renew() {
        for (Route route : server.routes()) {
            Directive location = route.chain().getLast();
            boolean ours = location.is("location")
                    && location.argument(0).equals("~")
                    && isFormer(location.argument(1))
                    && server.holds(location);
            if (ours) {
                edits.add(new NginxEdit.SetArguments(location, List.of("~", paths.location(options.pages()))));
                if (location.children().stream().noneMatch(each -> each.is("if"))) {
                    plainPaths(location);
                }
                done.add(options.pages() ? "Prometheus's web pages" : "the paths that Grafana and monsh need today");
            }
        }
    }

    private boolean isFormer(String pattern) {
        boolean withoutPages = options.pages() && !paths.pages().isEmpty() && pattern.equals(paths.location(false));
        return withoutPages || paths.former().contains(pattern);
    }

    private void sayLoss() {
        if (!paths.pages().isEmpty() && !options.pages()) {
            warnings.add("Prometheus's own web pages are now blocked");
            blocksPages = true;
        }
    }

    private void plainPaths(Directive location) {
        Item first = location.block().orElseThrow().items().getFirst();
        edits.add(BlockInsertion.before(server.file(), first.start(), MappingBlock.plainPathGuard()));
    }

    /** Queries are made with GET and POST. */
    private boolean letsOtherMethods() {
        return server.targets().stream()
                .anyMatch(target ->
                        label.service(server, target).isPresent() && Exposure.letsOtherMethods(server, target));
    }

    /** What the server refuses may come to a named location all the same, as the error's page. */
    private void refuseMethodsInside() {
        List<NginxEdit> inside = guarding.methodEdits();
        edits.addAll(inside);
        if (!inside.isEmpty() && !done.contains(METHODS)) {
            done.add(METHODS);
        }
    }

    /** Returns the location where it is the manual's: one, for every path, with nothing in it that depends on the path. */
    private Optional<Directive> onlyLocation() {
        List<Directive> locations = server.whole().children().stream()
                .filter(each -> each.is("location"))
                .toList();
        boolean plain = locations.size() == 1
                && server.holds(locations.getFirst())
                && locations.getFirst().comments().isEmpty()
                && locations.getFirst().arguments().equals(List.of("/"))
                && server.routes().size() == 1
                && server.routes().getFirst().chain().getLast().equals(locations.getFirst())
                && Set.of("rewrite", "limit_except", "if", "include", "return").stream()
                        .noneMatch(each -> has(locations.getFirst(), each))
                && path(server.routes().getFirst().target()).matches("/?");
        return plain ? Optional.of(locations.getFirst()) : Optional.empty();
    }

    private static boolean has(Directive block, String directive) {
        return block.children().stream().anyMatch(each -> each.is(directive));
    }

    private static String path(Target target) {
        return switch (target) {
            case Target.Address address -> address.path();
            case Target.Group group -> group.path();
            case Target.Dynamic _, Target.Other _ -> "/unknown";
        };
    }

    /** nginx refuses a path behind the address in a location that is a regular expression. */
    private void withoutPath() {
        Directive proxyPass = server.routes().getFirst().proxyPass();
        String text = proxyPass.argument(0);
        if (text.endsWith("/") && !text.endsWith("//")) {
            edits.add(new NginxEdit.SetWord(proxyPass.words().get(1), text.substring(0, text.length() - 1)));
        }
    }

    private void refuseOtherHosts() {
        boolean named = !server.names().isEmpty() && server.names().stream().allMatch(ServerNames::isUsable);
        boolean others = servers.stream()
                .anyMatch(each -> !each.equals(server)
                        && server.ports().stream().anyMatch(ports -> each.listensOn(ports.first())));
        boolean isDefault = server.listens().stream().anyMatch(Listen::isDefault);
        if (others || isDefault || server.listens().isEmpty()) {
            return;
        }
        if (!named && name.isEmpty()) {
            warnings.add("any Host header is accepted: set gateway.public_host in the configuration");
            return;
        }
        if (!named) {
            rename(name.orElseThrow());
        }
        BlockText catchAll = MappingBlock.catchAll(catchAllLabel(), listens(), certificate());
        edits.addFirst(BlockInsertion.before(server.file(), start(server.parent(), server.directive()), catchAll));
        done.add("requests for other host names are rejected");
    }

    private void rename(String host) {
        Optional<Directive> old = server.directive().children().stream()
                .filter(each -> each.is("server_name"))
                .findFirst();
        if (old.isPresent()) {
            edits.add(new NginxEdit.SetArguments(old.get(), List.of(host)));
        } else {
            edits.add(BlockInsertion.behind(
                    server.file(),
                    server.listens().getLast().directive(),
                    new BlockText().line("server_name " + host + ";")));
        }
    }

    private String catchAllLabel() {
        return MappingLabel.ownComment(server)
                .map(comment -> comment.text() + ",")
                .orElse("monsh:");
    }

    private List<String> listens() {
        String tls = options.tls().isPresent() || server.encrypts() ? " ssl" : "";
        return server.listens().stream()
                .map(listen -> listen.word().text() + tls)
                .toList();
    }

    /** The handshake comes before the host name, so that the refusing server needs a certificate as well. */
    private List<String> certificate() {
        List<String> lines = new ArrayList<>();
        if (options.tls().isPresent() && !server.encrypts()) {
            lines.add("ssl_certificate " + options.tls().get().certificate().text() + ";");
            lines.add("ssl_certificate_key " + options.tls().get().key().text() + ";");
        } else if (server.encrypts()) {
            for (String directive : List.of("ssl_certificate", "ssl_certificate_key")) {
                new Inheritance(server.chain()).all(directive).forEach(each -> lines.add(each.text()));
            }
        }
        return lines;
    }
}
