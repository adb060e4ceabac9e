package dev.monsh.adapter.http.prometheus;

import java.nio.charset.StandardCharsets;

/** Puts a label's name into a URL's path. */
final class LabelPath {

    private LabelPath() {}

    /**
     * Returns a name as the API's paths take it: names that are identifiers as they are, others in the {@code U__} form of
     * Prometheus 3 (prometheus/common, model.EscapeName): each character that no identifier has as {@code _HEX_}.
     */
    static String encode(String name) {
        if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            return name;
        }
        StringBuilder escaped = new StringBuilder("U__");
        name.codePoints().forEach(c -> {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (c == '_') {
                escaped.append("__");
            } else if (letter) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('_').append(Integer.toHexString(c)).append('_');
            }
        });
        return java.net.URLEncoder.encode(escaped.toString(), StandardCharsets.UTF_8);
    }
}
