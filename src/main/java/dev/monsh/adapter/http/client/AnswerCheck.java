package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.box.ServerUrl;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns an unusable answer into a failure: an error status, or a web page instead of JSON. */
public final class AnswerCheck {

    private static final int LONGEST_MESSAGE = 64 * 1024;
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>\\s*(.*?)\\s*</title>");

    private AnswerCheck() {}

    public static void check(HttpAnswer answer, String address) throws IOException {
        boolean page = isPage(answer);
        if (answer.status() == 200 && !page) {
            return;
        }
        String body = new String(answer.body().readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8);
        throw failure(answer, address, body, page);
    }

    public static MonshException failure(HttpAnswer answer, String address, String body, boolean page) {
        int status = answer.status();
        String statusLine = status + (answer.reason().isEmpty() ? "" : " " + answer.reason());
        if (status == 401 || status == 403 || status == 407) {
            return new RefusedException(address, refusal(status, statusLine), "monsh config show");
        }
        if (status >= 300 && status < 400) {
            String location =
                    answer.header("Location").map(ServerUrl::withoutSecrets).orElse("somewhere else");
            return new RejectedException(address, statusLine + ": redirects to " + location, "monsh config show");
        }
        boolean markup = page || body.stripLeading().startsWith("<");
        if (status == 429) {
            return new UnreachableException(
                    address, tooMany(answer, markup ? "" : ApiError.read(body).message()));
        }
        if (markup && isAway(status)) {
            return new UnreachableException(address, behindProxy(answer, statusLine));
        }
        if (markup && status >= 500) {
            return new UnreachableException(
                    address,
                    statusLine + ": the server or a proxy failed, with a web page" + title(body) + " instead of JSON");
        }
        if (markup) {
            return new RejectedException(
                    address,
                    statusLine + ": a web page" + title(body) + " instead of JSON; is this the right address?",
                    "monsh config show");
        }
        ApiError error = ApiError.read(body);
        return switch (error.type()) {
            case "timeout", "canceled" -> new TimedOutException(address, error.message());
            case "unavailable" -> new UnreachableException(address, statusLine + ": " + error.message());
            case "" -> plain(answer, address, statusLine, body);
            default -> new RejectedException(error.type().equals("bad_data") ? "query" : address, error.message());
        };
    }

    private static MonshException plain(HttpAnswer answer, String address, String statusLine, String body) {
        String text = body.strip().isEmpty() ? "" : ": " + body.strip();
        int status = answer.status();
        if (isAway(status)) {
            // 503 is also what a server says of itself while it starts
            return new UnreachableException(
                    address, (status == 503 ? statusLine : behindProxy(answer, statusLine)) + text);
        }
        if (status >= 200 && status < 300) {
            return new RejectedException(address, statusLine + ": not a whole answer; is this the right address?");
        }
        if (status == 404) {
            return new RejectedException(
                    address, statusLine + ": no such API here; is this the right address?", "monsh config show");
        }
        return new RejectedException(address, statusLine + text);
    }

    private static String tooMany(HttpAnswer answer, String message) {
        String text = message.isBlank() ? "" : ": " + message.strip();
        return "429 too many requests" + text + retry(answer);
    }

    /** Says when to try again, if told: seconds or a date (RFC 9110, 10.2.3). */
    private static String retry(HttpAnswer answer) {
        return answer.header("Retry-After")
                .map(String::strip)
                .filter(when -> !when.isEmpty())
                .map(when -> "; try again " + (when.matches("\\d+") ? "in " + when + " s" : "after " + when))
                .orElse("");
    }

    private static boolean isAway(int status) {
        return status == 502 || status == 503 || status == 504;
    }

    /** Names the hop that answered in place of the server; it may give its name in the Server header (RFC 9110, 10.2.4). */
    private static String behindProxy(HttpAnswer answer, String statusLine) {
        String name = answer.header("Server").map(server -> " (" + server + ")").orElse("");
        return statusLine + ": the proxy at this address" + name + " answers, but it cannot reach the server behind it"
                + retry(answer);
    }

    private static String refusal(int status, String statusLine) {
        return switch (status) {
            case 401 -> statusLine + ": it requires a user name and password or a token, and got none or a wrong one";
            case 407 -> statusLine + ": the proxy requires a user name and password";
            default -> statusLine + ": not allowed";
        };
    }

    /** Returns the text of an error's {@code error} field where the body is one of Prometheus's API, and else the body. */
    public static String errorText(String body) {
        String message = ApiError.read(body).message();
        return message.isEmpty() ? body : message;
    }

    /** Tells whether the answer is a web page. */
    public static boolean isPage(HttpAnswer answer) {
        String type = answer.header("Content-Type").orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /** Returns the title of a web page in brackets; empty where it has none. */
    public static String title(String body) {
        Matcher matcher = TITLE.matcher(body);
        return matcher.find() ? " (\"" + matcher.group(1) + "\")" : "";
    }

    /** The error that Prometheus and its kin answer with. */
    record ApiError(String type, String message) {

        static ApiError read(String body) {
            if (!body.stripLeading().startsWith("{")) {
                return new ApiError("", body);
            }
            String type = "";
            String message = "";
            try (JsonParser parser = Json.FACTORY.createParser(body)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (value == JsonToken.VALUE_STRING && name.equals("errorType")) {
                        type = parser.getText();
                    } else if (value == JsonToken.VALUE_STRING && name.equals("error")) {
                        message = parser.getText();
                    } else {
                        parser.skipChildren();
                    }
                }
            } catch (IOException e) {
                // what begins like JSON and is none, or was cut, is shown as it came
                return new ApiError("", body);
            }
            return new ApiError(type, message);
        }
    }
}
