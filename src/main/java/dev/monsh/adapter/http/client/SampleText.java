package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads the texts of a sample, {@code [1700000000.123, "1.5"]}, as Prometheus and Loki write them. */
public final class SampleText {

    /** The Unix seconds whose milliseconds fit into 64 bits. */
    private static final double MOST_SECONDS = Long.MAX_VALUE / 1000.0;

    /** So few characters without an exponent are always within the limit. */
    private static final int SURELY_WITHIN = 15;

    private SampleText() {}

    /** Returns the Unix seconds that the parser stands on; fails for what is no number or beyond every date. */
    public static String time(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isNumeric()) {
            Envelope.expect(parser, JsonToken.VALUE_NUMBER_FLOAT, "a sample's time");
        }
        String text = parser.getText();
        boolean plain = text.length() <= SURELY_WITHIN && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        if (!plain && !(Math.abs(Double.parseDouble(text)) < MOST_SECONDS)) {
            throw new JsonParseException(parser, "a sample's time is beyond every date: " + text);
        }
        return text;
    }

    /** Returns the number that the parser stands on as a string; fails for what is none. */
    public static String value(JsonParser parser) throws IOException {
        Envelope.expect(parser, JsonToken.VALUE_STRING, "a sample's value");
        String text = parser.getText();
        if (!isNumber(text)) {
            throw new JsonParseException(parser, "a sample's value is not a number: " + text);
        }
        return text;
    }

    /** The forms that Go prints; without an exception for each and without parsing what is handed on as a text. */
    private static boolean isNumber(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = digits(text, from);
        int end = point < text.length() && text.charAt(point) == '.' ? digits(text, point + 1) : point;
        boolean anyDigit = end - from > (end > point ? 1 : 0);
        if (anyDigit && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
            int last = digits(text, end + 1 + sign);
            return last == text.length() && last > end + 1 + sign;
        }
        return (anyDigit && end == text.length())
                || text.equals("NaN")
                || (text.startsWith("Inf", from) && text.length() == from + 3);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
