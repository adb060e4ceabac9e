package dev.monsh.testing.cloud;

import dev.monsh.testing.Launched;
import dev.monsh.testing.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** One EC2 for the tests of a class, and a user of monsh whose credentials it takes. */
public final class CloudLab implements AutoCloseable {

    /** The public key of the user; the private one was never kept. */
    public static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ7IVLz8ZxnXGUEkDSUvXU0rAlBTZ8dWV7wuhUVQkKfE somebody@example";

    private final Moto moto;
    private final StrictEc2 ec2;

    private CloudLab(Moto moto) {
        this.moto = moto;
        this.ec2 = StrictEc2.before(moto);
    }

    /** Starts it; the test is skipped where there is no moto and CI does not ask for one. */
    public static CloudLab start(Path folder) {
        Needed.here(Moto.program().isPresent(), "moto_server is neither in MONSH_MOTO nor on PATH");
        return new CloudLab(Moto.start(Moto.program().orElseThrow(), folder));
    }

    public Moto moto() {
        return moto;
    }

    public StrictEc2 ec2() {
        return ec2;
    }

    /** Returns a user with a key and a home of their own. */
    public Launched user(Path folder) {
        Launched user = Launched.in(folder)
                .with("AWS_ACCESS_KEY_ID", "test")
                .with("AWS_SECRET_ACCESS_KEY", "test")
                .with("AWS_REGION", "us-east-1")
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("AWS_ENDPOINT_URL", ec2.url());
        try {
            Path ssh = Files.createDirectories(user.home().resolve(".ssh"));
            Files.writeString(ssh.resolve("id_ed25519.pub"), PUBLIC_KEY + "\n");
            // OpenSSH takes the home folder from the system's list of users, whatever HOME says
            Path bin = Files.createDirectories(folder.resolve("bin"));
            Path client = Files.writeString(
                    bin.resolve("ssh"),
                    "#!/bin/sh\nexec /usr/bin/ssh -F none -o UserKnownHostsFile=" + ssh.resolve("known_hosts")
                            + " -o GlobalKnownHostsFile=none \"$@\"\n");
            Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
            Launched patient = new Launched(
                    user.folder(),
                    user.program(),
                    user.workingFolder(),
                    user.environment(),
                    "",
                    Duration.ofSeconds(90));
            return patient.with("PATH", bin + ":" + user.environment().get("PATH"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ec2.close();
        moto.close();
    }
}
