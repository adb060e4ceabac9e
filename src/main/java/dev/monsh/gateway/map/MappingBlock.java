package dev.monsh.gateway.map;

import dev.monsh.box.Server;
import dev.monsh.gateway.ServiceAddress;
import dev.monsh.gateway.nginx.BlockText;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.ServicePaths;
import java.util.List;
import java.util.Optional;

/** The text of mappings, with what a plain {@code proxy_pass} lacks. */
public final class MappingBlock {

    /** Empty unless the client asks for an upgrade, and an empty header is not sent. */
    public static final String CONNECTION = "$monsh_connection";

    /** Above the two minutes that Prometheus lets a query take. */
    public static final String READ_TIMEOUT = "150s";

    /** A box that is off must not hang a query. */
    public static final String CONNECT_TIMEOUT = "5s";

    /** Segments that don't begin with a dot, nothing encoded but in the name of a label; then arguments. */
    private static final String PLAIN_PATH = "^(/(?!\\.)[\\w.~+-]+)*(/[^/?]+/values)?/?(\\?|$)";

    private MappingBlock() {}

    /** The blank line is what makes the opposite of an insertion find its comment. */
    public static BlockText connectionMap() {
        return new BlockText()
                .line("# monsh: live tail needs these headers, other requests must not have them")
                .open("map $http_upgrade " + CONNECTION)
                .line("default upgrade;")
                .line("\"\" \"\";")
                .close();
    }

    static boolean isConnectionMap(Directive directive) {
        return directive.is("map") && directive.arguments().equals(List.of("$http_upgrade", CONNECTION));
    }

    /** What every location of a mapping needs. */
    static List<String> proxySettings() {
        return List.of(
                "proxy_http_version 1.1;",
                "proxy_set_header Upgrade $http_upgrade;",
                "proxy_set_header Connection " + CONNECTION + ";",
                "proxy_connect_timeout " + CONNECT_TIMEOUT + ";",
                "proxy_read_timeout " + READ_TIMEOUT + ";");
    }

    /** Other methods than those of queries are refused, whatever the path. */
    public static BlockText methodGuard() {
        return new BlockText()
                .open("if ($request_method !~ ^(GET|HEAD|POST)$)")
                .line("return 403;")
                .close();
    }

    /** Returns whether a block has that guard. */
    public static boolean refusesMethods(Directive block) {
        return block.children("if").stream()
                .anyMatch(each -> String.join(" ", each.arguments()).equals("($request_method !~ ^(GET|HEAD|POST)$)"));
    }

    /**
     * The path goes to the upstream as the client sent it, and is compared as nginx decodes it: only one that both read alike
     * passes. The value of a label may have anything in it, a slash as {@code %2F} as well.
     */
    public static BlockText plainPathGuard() {
        return new BlockText()
                .open("if ($request_uri !~ \"" + PLAIN_PATH + "\")")
                .line("return 403;")
                .close();
    }

    /** A server that closes the connection of whoever does not name the gateway. */
    public static BlockText catchAll(String label, List<String> listens, List<String> certificate) {
        BlockText text =
                new BlockText().line("# " + label + " any other host name").open("server");
        listens.forEach(listen -> text.line("listen " + listen + " default_server;"));
        certificate.forEach(text::line);
        return text.line("return 444;").close();
    }

    static BlockText server(String box, Server service, int port, Optional<String> name, ServiceAddress target) {
        BlockText text = new BlockText()
                .line("# " + MappingLabel.comment(box, service))
                .open("server")
                .line("listen " + port + ";");
        name.ifPresent(each -> text.line("server_name " + each + ";"));
        text.line("");
        proxySettings().forEach(text::line);
        return text.line("")
                .all(methodGuard())
                .line("")
                .open("location ~ " + ServicePaths.of(Optional.of(service)).location(false))
                .all(plainPathGuard())
                .line("proxy_pass http://" + target.text() + ";")
                .close()
                .line("")
                .open("location /")
                .line("return 403;")
                .close()
                .close();
    }
}
