package dev.monsh.adapter.http.grafana;

import dev.monsh.adapter.http.client.AnswerCheck;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.json.JsonTree;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains Grafana's error answers. Its errors are {@code {"message":…}}, with more members in some
 * releases (grafana/grafana, pkg/api/response/response.go and pkg/apimachinery/errutil/errors.go).
 */
final class GrafanaFailures {

    private static final String CONFIGURATION = "monsh config show";

    /** The end of access control's message (pkg/services/accesscontrol/middleware.go); there is no member for it. */
    private static final Pattern RIGHTS = Pattern.compile("Permissions needed: (.+)$");

    private GrafanaFailures() {}

    /** Returns what the answer means; {@code what} is the thing that was asked for, {@code address} Grafana's. */
    static MonshException of(GrafanaAnswer answer, String what, String address) {
        if (answer.status() >= 300 && answer.status() < 400) {
            return redirect(answer, address);
        }
        if (answer.isPage()) {
            return page(answer, address);
        }
        String message = message(answer);
        return switch (answer.status()) {
            case 401 -> unauthorized(message, address);
            case 403 -> forbidden(message, what, address);
            case 409, 412 -> new ConflictException(what, "Grafana says: " + message);
            case 429 -> new UnreachableException(address, "429: Grafana accepts no more requests for now");
            case 502, 503, 504 -> new UnreachableException(address, answer.status() + ": " + message);
            default ->
                new RejectedException(what, "Grafana rejected the request (" + answer.status() + "): " + message);
        };
    }

    /** Returns a redirect's meaning: the API redirects nobody, so the address is not that of the API. */
    private static MonshException redirect(GrafanaAnswer answer, String address) {
        String location = answer.location();
        Optional<String> base = location.endsWith("/api/health")
                ? Optional.of(location.substring(0, location.length() - "/api/health".length()))
                : Optional.empty();
        String why = answer.status() + ": it redirects to " + location + "; "
                + base.filter(each -> !each.isEmpty())
                        .map(each -> "Grafana is served under a different address: put its path " + each
                                + " into grafana: {url: …}")
                        .orElse("something in front of Grafana requires a login, or this is not Grafana's address");
        return new RejectedException(address, why, CONFIGURATION);
    }

    private static MonshException page(GrafanaAnswer answer, String address) {
        String title = AnswerCheck.title(answer.body());
        if (answer.status() >= 500) {
            return new UnreachableException(
                    address,
                    answer.status() + ": a web page" + title + " from a proxy; Grafana behind it does not answer");
        }
        return new RejectedException(
                address,
                answer.status() + ": a web page" + title
                        + " instead of Grafana's API; a proxy in front of it requires a"
                        + " login, or this is not Grafana's address",
                CONFIGURATION);
    }

    private static MonshException unauthorized(String message, String address) {
        return new RefusedException(
                address,
                "401: Grafana does not accept the token: " + message
                        + "; check grafana: {token_file, token_env or token_command}",
                CONFIGURATION);
    }

    private static MonshException forbidden(String message, String what, String address) {
        Matcher rights = RIGHTS.matcher(message);
        if (rights.find()) {
            return new RefusedException(
                    what,
                    "the token may not do this: it lacks the permission " + rights.group(1)
                            + "; give its service account this permission, or the role Admin",
                    "monsh grafana status");
        }
        if (message.startsWith("Cannot ") && message.contains("read-only")) {
            return new RefusedException(
                    what, message + ": a provisioning file on Grafana's host defines it; edit that file");
        }
        return new RefusedException(
                what.isEmpty() ? address : what, "403: Grafana denies access: " + message, "monsh grafana status");
    }

    /** Returns the server's words, or what there is of an answer. A second object may follow the first. */
    static String message(GrafanaAnswer answer) {
        try {
            String message = JsonTree.parse(answer.body()).text("message");
            if (!message.isEmpty()) {
                return message;
            }
        } catch (IOException | NumberFormatException e) {
            // no JSON: the text itself is shown
        }
        String body = answer.body().strip();
        return body.isEmpty() ? "no reason given" : body.substring(0, Math.min(body.length(), 500));
    }
}
