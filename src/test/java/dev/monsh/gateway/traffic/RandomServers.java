package dev.monsh.gateway.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes server blocks of the kinds that people write to protect a service, and of many that nobody would. */
final class RandomServers {

    private static final List<String> SEGMENTS = List.of(
            "/", "/x/", "/box1/", "/loki/", "/loki/api/v1/", "/api/", "/x", "/write", "/loki/api/v1/push", "/ready");
    private static final List<String> PATTERNS = List.of(
            "^/loki/api/v1/query",
            "^/x/(.*)$",
            "^/(.*)$",
            "push",
            "^/loki/api/v1/(query|query_range|labels)$",
            "\\.php$",
            "^/(ready|loki/api/v1/(query|labels|label/[^/]+/values))$",
            "^/box[0-9]+/",
            "/push$",
            "^/api/v1/[a-z_]+$",
            "^(/config|/flush|/ingester/.*)$",
            "^/x/?");
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PUT", "HEAD", "FOO");
    private static final List<String> METHOD_PATTERNS = List.of("^(GET|POST)$", "^(GET|HEAD)$", "DELETE", "^P", "GET");
    private static final List<String> PLACES = List.of("", "", "", "/", "/loki/", "/loki/api/v1/push", "/api/v1");

    private final Random random;
    private final String upstream;
    private int names;

    RandomServers(Random random, String upstream) {
        this.random = random;
        this.upstream = upstream;
    }

    /** Returns the directives of a server, without listen and server_name. */
    String body() {
        StringBuilder body = new StringBuilder();
        names = 0;
        rewrites(body, 0.35, 2, false);
        if (chance(0.1)) {
            body.append("deny all; ");
        }
        if (chance(0.12)) {
            body.append("error_page ")
                    .append(pick(List.of("403", "404", "405")))
                    .append(' ')
                    .append(pick(List.of("/loki/api/v1/push", "@named", "/50x.html")))
                    .append("; ");
        }
        if (chance(0.15)) {
            body.append(pick(List.of("index", "index none.html", "post_action", "mirror")))
                    .append(' ')
                    .append(pick(List.of("/loki/api/v1/push", "/inside", "/loki/")))
                    .append("; location = /inside { internal; ")
                    .append(proxy("/flush"))
                    .append("} ");
        }
        List<String> seen = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            location(body, seen, 0);
        }
        if (chance(0.5) && seen.stream().noneMatch(each -> each.equals("location /"))) {
            body.append(pick(List.of("location / { return 403; } ", "location / { " + proxy("") + " } ")));
        }
        body.append("location @named { ");
        rewrites(body, 0.2, 1, true);
        body.append(proxy("")).append(" } ");
        return body.toString();
    }

    private void location(StringBuilder body, List<String> seen, int depth) {
        boolean pattern = chance(0.3);
        String path = pick(SEGMENTS);
        String head = pattern
                ? "location " + pick(List.of("~", "~*")) + " " + pick(PATTERNS)
                : "location " + pick(List.of("", "", "", "= ", "^~ ")) + path;
        String key = pattern ? head : head.replace("^~ ", "");
        if (seen.contains(key)) {
            return;
        }
        seen.add(key);
        body.append(head).append(" { ");
        rewrites(body, 0.4, 2, true);
        if (chance(0.1)) {
            body.append(pick(
                    List.of("internal; ", "deny all; ", "allow 127.0.0.1; deny all; ", "satisfy any; deny all; ")));
        }
        if (chance(0.15)) {
            body.append("limit_except ")
                    .append(pick(METHODS.subList(0, 4)))
                    .append(" { ")
                    .append(pick(List.of("deny all; ", "allow all; ", "")))
                    .append("} ");
        }
        double what = random.nextDouble();
        if (what < 0.75) {
            body.append(proxy(pattern ? "" : pick(PLACES)));
        } else if (what < 0.78) {
            body.append("try_files /none ")
                    .append(pick(List.of("/loki/api/v1/push", "@named", "/loki/$uri")))
                    .append("; ");
        } else if (what < 0.9) {
            body.append("return ")
                    .append(pick(List.of("403", "204", "405", "301 /x/", "403 no")))
                    .append("; ");
        }
        if (depth == 0 && !pattern && chance(0.12) && path.equals("/loki/") && !head.contains("=")) {
            body.append("location /loki/api/ { ")
                    .append(pick(List.of("return 403; ", proxy(""))))
                    .append(" } ");
        }
        body.append("} ");
    }

    private String proxy(String place) {
        return "proxy_pass http://" + pick(List.of(upstream, upstream, "group")) + place + "; ";
    }

    private void rewrites(StringBuilder body, double likely, int most, boolean inLocation) {
        for (int i = 0; i < most; i++) {
            if (chance(likely)) {
                rewrite(body, inLocation);
            }
        }
    }

    private void rewrite(StringBuilder body, boolean inLocation) {
        switch (random.nextInt(7)) {
            case 0 ->
                body.append("if ($request_method ")
                        .append(pick(List.of("=", "!=")))
                        .append(' ')
                        .append(pick(METHODS))
                        .append(") { return 405; } ");
            case 1 ->
                body.append("if ($request_method ")
                        .append(pick(List.of("~", "!~")))
                        .append(' ')
                        .append(pick(METHOD_PATTERNS))
                        .append(") { return 405; } ");
            case 2 ->
                body.append("if ($uri ")
                        .append(pick(List.of("~", "!~", "~*")))
                        .append(" \"")
                        .append(pick(PATTERNS))
                        .append("\") { ")
                        .append(pick(List.of("return 403; ", "set $bad 1; ", "break; ", "rewrite ^ /ready last; ")))
                        .append("} ");
            case 3 ->
                body.append("rewrite ")
                        .append(pick(List.of(
                                "^/x/(.*)$ /$1",
                                "^/box1/(.*)$ /loki/$1",
                                "^/write$ /loki/api/v1/push",
                                "^/(.*)$ /x/$1",
                                "^ $uri",
                                "push /ready",
                                "^/x/(.*)/(.*)$ /$2/$1")))
                        .append(pick(List.of(" break; ", " last; ", "; ", " break; ")));
            case 4 -> body.append("set $v").append(names++).append(" 1; ");
            case 5 ->
                body.append("if ($request_uri ")
                        .append(pick(List.of("~", "!~")))
                        .append(" \"")
                        .append(pick(PATTERNS))
                        .append("\") { return 403; } ");
            default ->
                body.append("if ($arg_a")
                        .append(pick(List.of("", " = 1")))
                        .append(") { ")
                        .append(inLocation ? pick(List.of("return 403; ", proxy(""))) : "return 403; ")
                        .append("} ");
        }
    }

    private boolean chance(double likely) {
        return random.nextDouble() < likely;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
