package dev.monsh.adapter.host;

import dev.monsh.cloud.Cidr;
import dev.monsh.cloud.launch.OwnAddress;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a service on the internet from which address it is asked. */
public final class AddressService implements OwnAddress {

    /** Amazon's own, which is meant for security groups (AWS re:Post, "check your IP address"). */
    private static final URI AMAZONS = URI.create("https://checkip.amazonaws.com/");

    private static final int PATIENCE_MILLIS = 5_000;

    /** An IPv6 address and a line end have room in it; nothing longer is an address. */
    private static final int LONGEST = 64;

    private static final int OK = 200;

    private final URI service;

    /** Takes another service than Amazon's, whose answer is the address alone. */
    public AddressService(Optional<URI> service) {
        this.service = service.orElse(AMAZONS);
    }

    @Override
    public Cidr find() {
        try {
            HttpURLConnection connection = (HttpURLConnection) service.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                int status = connection.getResponseCode();
                if (status != OK) {
                    throw unknown("it answered " + status, null);
                }
                return address(connection);
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw unknown("it can't be reached", e);
        }
    }

    private Cidr address(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
            return Optional.of(text)
                    .filter(each -> each.indexOf('/') < 0)
                    .flatMap(Cidr::of)
                    .orElseThrow(() -> unknown("its answer isn't an address", null));
        }
    }

    private UnreachableException unknown(String why, @Nullable Throwable cause) {
        return new UnreachableException(
                "your own address",
                service + " can't be determined: " + why + "; specify the address block that may log in",
                new NextStep.Text("monsh ec2 launch --ssh-from 203.0.113.7/32 --dry-run"),
                cause);
    }
}
