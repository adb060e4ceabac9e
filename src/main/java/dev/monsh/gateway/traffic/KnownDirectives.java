package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The directives of http, server and location whose meaning for a request's way is known: those that the model reads, and
 * those that don't change it. Anything else, such as a script, may send a request anywhere.
 */
final class KnownDirectives {

    private static final Set<String> READ = Set.of(
            "server",
            "location",
            "if",
            "limit_except",
            "return",
            "rewrite",
            "set",
            "break",
            "proxy_pass",
            "proxy_method",
            "internal",
            "allow",
            "deny",
            "satisfy",
            "error_page",
            "recursive_error_pages",
            "try_files",
            "auth_request",
            "mirror",
            "post_action",
            "add_before_body",
            "add_after_body",
            "addition_types",
            "index",
            "random_index",
            "listen",
            "server_name");

    /** By their beginnings; a program of a scripting module, {@code …_by_lua}, is none of them. */
    private static final List<String> HARMLESS = List.of(
            "absolute_redirect",
            "access_log",
            "add_header",
            "add_trailer",
            "aio",
            "alias",
            "auth_basic",
            "auth_request_set",
            "autoindex",
            "brotli",
            "modsecurity",
            "more_clear_headers",
            "more_set_headers",
            "http3",
            "quic_",
            "slice",
            "charset",
            "chunked_transfer_encoding",
            "client_",
            "connection_pool_size",
            "default_type",
            "directio",
            "disable_symlinks",
            "empty_gif",
            "error_log",
            "etag",
            "expires",
            "geo",
            "gunzip",
            "gzip",
            "http2",
            "ignore_invalid_headers",
            "if_modified_since",
            "keepalive_",
            "large_client_",
            "limit_conn",
            "limit_rate",
            "limit_req",
            "lingering_",
            "log_",
            "map",
            "max_ranges",
            "merge_slashes",
            "mirror_request_body",
            "msie_",
            "open_file_cache",
            "output_buffers",
            "port_in_redirect",
            "postpone_output",
            "proxy_",
            "read_ahead",
            "real_ip_",
            "request_pool_size",
            "reset_timedout_connection",
            "resolver",
            "rewrite_log",
            "root",
            "send",
            "server_name_in_redirect",
            "server_names_hash_",
            "server_tokens",
            "set_real_ip_from",
            "source_charset",
            "split_clients",
            "ssl",
            "stub_status",
            "subrequest_output_buffer_size",
            "tcp_",
            "types",
            "underscores_in_headers",
            "uninitialized_variable_warn",
            "upstream",
            "variables_hash_");

    private KnownDirectives() {}

    /** What stands around servers besides, and sends no request anywhere: the settings of other modules. */
    private static final List<String> AROUND = List.of(
            "include", "geoip", "passenger_", "vhost_traffic_status", "perl_modules", "js_import", "js_path", "match");

    /** Modules whose settings are harmless; what sends a request to their upstreams is not. */
    private static final List<String> OTHER_UPSTREAMS = List.of("fastcgi_", "uwsgi_", "scgi_", "grpc_", "memcached_");

    /** Returns the first directive below a block that may do anything. */
    static Optional<Directive> unknown(Directive block) {
        if (!isOpaque(block)) {
            for (Directive each : block.children()) {
                Optional<Directive> found = isKnown(each.name()) ? unknown(each) : Optional.of(each);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Blocks whose children are no directives. */
    private static boolean isOpaque(Directive block) {
        return Set.of("map", "geo", "types", "split_clients", "upstream").contains(block.name());
    }

    /** Returns whether it is known what a directive around the servers does, which they inherit. */
    static boolean isKnownAround(Directive directive) {
        String name = directive.name();
        boolean around = name.indexOf("_by_") < 0 && AROUND.stream().anyMatch(name::startsWith);
        return around || isKnown(name);
    }

    private static boolean isKnown(String name) {
        boolean setting = OTHER_UPSTREAMS.stream().anyMatch(name::startsWith) && !name.endsWith("_pass");
        return setting
                || READ.contains(name)
                || (name.indexOf("_by_") < 0 && HARMLESS.stream().anyMatch(name::startsWith));
    }
}
