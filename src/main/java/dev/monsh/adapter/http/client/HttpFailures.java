package dev.monsh.adapter.http.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns network errors into the failures that a user sees. */
final class HttpFailures {

    private HttpFailures() {}

    /** Returns an address as it may be shown: a password in its user information stays out. */
    static String shown(URI url) {
        boolean usual = url.getPort() < 0 || url.getPort() == (url.getScheme().equals("https") ? 443 : 80);
        String port = usual ? "" : ":" + url.getPort();
        String path = "/".equals(url.getRawPath()) ? "" : url.getRawPath();
        return url.getScheme() + "://" + url.getHost() + port + path;
    }

    static MonshException of(IOException failure, String address, Optional<Duration> timeout) {
        return switch (failure) {
            case JsonEOFException e -> truncated(address, e);
            case JsonProcessingException e ->
                new RejectedException(
                        address, "the answer is not the JSON of its API: " + e.getOriginalMessage(), null, e);
            case UnknownHostException e ->
                new UnreachableException(
                        address, "the host name can't be resolved", new NextStep.Text("monsh box show"), e);
            case SocketTimeoutException e -> socketTimeout(address, timeout, e);
            case InterruptedIOException e -> interrupted(address, timeout, e);
            case ConnectException e ->
                new UnreachableException(address, connectReason(e), new NextStep.Text("monsh box show"), e);
            case NoRouteToHostException e ->
                new UnreachableException(address, "no route to the host", new NextStep.Text("monsh box show"), e);
            case SSLException e -> tls(address, e);
            case EOFException e -> truncated(address, e);
            case ProtocolException e when reason(e).contains("unexpected end of stream") -> truncated(address, e);
            // OkHttp takes this status from a proxy alone, and throws where it knows of none
            case ProtocolException e
            when reason(e).contains("(407)") ->
                new RefusedException(address, "407: a proxy requires a user name and password", null, e);
            case ProtocolException e ->
                new RejectedException(
                        address,
                        "no HTTP server answers there: " + reason(e),
                        new NextStep.Text("monsh config show"),
                        e);
            default -> lost(address, failure);
        };
    }

    private static String reason(IOException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static MonshException socketTimeout(
            String address, Optional<Duration> timeout, SocketTimeoutException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (timeout.isEmpty() && reason.contains("onnect")) {
            return new UnreachableException(
                    address, "no answer to the connection attempt", new NextStep.Text("monsh box show"), failure);
        }
        return timedOut(address, timeout, failure);
    }

    private static MonshException interrupted(
            String address, Optional<Duration> timeout, InterruptedIOException failure) {
        if (Thread.currentThread().isInterrupted() && !"timeout".equals(failure.getMessage())) {
            return new InterruptedByUserException(address, "interrupted", null, failure);
        }
        return timedOut(address, timeout, failure);
    }

    private static TimedOutException timedOut(String address, Optional<Duration> timeout, IOException failure) {
        String limit = timeout.map(duration -> " within " + seconds(duration)).orElse(" in time");
        return new TimedOutException(address, "no complete answer" + limit, null, failure);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static String connectReason(ConnectException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (failure.getCause() != null && failure.getCause().getMessage() != null) {
            reason = failure.getCause().getMessage();
        }
        return reason.contains("refused") ? "connection refused: nothing listens there" : "can't connect: " + reason;
    }

    private static MonshException tls(String address, SSLException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (failure instanceof SSLPeerUnverifiedException) {
            return new UnreachableException(
                    address,
                    "its certificate is for another host name",
                    new NextStep.Text("monsh config show"),
                    failure);
        }
        if (isCausedBy(failure, CertificateExpiredException.class)) {
            return new UnreachableException(address, "its certificate has expired", null, failure);
        }
        if (isCausedBy(failure, CertificateNotYetValidException.class)) {
            return new UnreachableException(
                    address, "its certificate is not valid yet; is this machine's clock right?", null, failure);
        }
        if (reason.contains("PKIX") || reason.contains("certificates do not conform") || reason.contains("trust")) {
            return new UnreachableException(
                    address,
                    "its certificate is not signed by a CA that this machine trusts; name its CA with ca_file",
                    new NextStep.Text("monsh config show"),
                    failure);
        }
        if (reason.contains("Received fatal alert") || reason.contains("certificate_required")) {
            return new RefusedException(address, "the server ended the TLS handshake: " + reason, null, failure);
        }
        if (reason.contains("Unsupported or unrecognized SSL message")) {
            return new RejectedException(
                    address, "the server does not speak TLS; is it http:// rather than https://?", null, failure);
        }
        return new UnreachableException(address, "TLS: " + reason, null, failure);
    }

    private static boolean isCausedBy(Throwable failure, Class<?> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static UnreachableException truncated(String address, IOException failure) {
        return new UnreachableException(address, "the connection closed before the answer was complete", null, failure);
    }

    private static MonshException lost(String address, IOException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return new InterruptedByUserException(address, "interrupted", null, failure);
        }
        String reason = String.valueOf(failure.getMessage());
        // OkHttp's and the JDK's words for it
        if (reason.contains("unexpected end of stream")
                || reason.contains("Premature EOF")
                || reason.contains("Unexpected end of file")) {
            return truncated(address, failure);
        }
        return new UnreachableException(address, "the connection was lost: " + reason, null, failure);
    }
}
