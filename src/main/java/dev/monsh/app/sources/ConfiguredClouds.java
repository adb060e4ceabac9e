package dev.monsh.app.sources;

import dev.monsh.across.onboard.Firewall;
import dev.monsh.across.onboard.SecurityGroupFirewall;
import dev.monsh.adapter.host.AddressService;
import dev.monsh.adapter.host.SshBanner;
import dev.monsh.adapter.ssh.KnownHostsFile;
import dev.monsh.adapter.ssh.config.SshSurroundings;
import dev.monsh.box.AwsSettings;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.CloudAccounts;
import dev.monsh.cloud.Pause;
import dev.monsh.cloud.launch.Launch;
import dev.monsh.cloud.launch.LoginKey;
import dev.monsh.command.Boxes;
import dev.monsh.command.cloud.Clouds;
import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.InterruptedByUserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Opens the account in EC2. The library for it is loaded here, and only once something is to be opened. */
public final class ConfiguredClouds implements Clouds {

    /** A single call of an API; what is waited for longer is asked for again. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final Boxes boxes;
    private final Surroundings surroundings;
    private final AwsLibrary library = new AwsLibrary();

    public ConfiguredClouds(Boxes boxes, Surroundings surroundings) {
        this.boxes = boxes;
        this.surroundings = surroundings;
    }

    @Override
    public AwsSettings settings(GlobalOptions options) {
        return boxes.store(options).load().aws().orElse(AwsSettings.UNSET);
    }

    @Override
    public CloudAccount open(GlobalOptions options) {
        AwsSettings settings = settings(options);
        CloudAccounts accounts = library.accounts();
        return accounts.open(settings, options.timeout().filter(limit -> limit.compareTo(LONGEST_CALL) < 0));
    }

    /** Returns the gateway's security group; empty where the configuration has no account. */
    public Optional<Firewall> firewall(GlobalOptions options) {
        return boxes.store(options)
                .load()
                .aws()
                .map(each -> new SecurityGroupFirewall(open(options), each.securityGroup()));
    }

    @Override
    public Launch.Surroundings around(GlobalOptions options) {
        SshSurroundings ssh = SshSurroundings.of(surroundings.environment(), surroundings.home());
        return new Launch.Surroundings(
                new AddressService(settings(options).addressService()),
                new SshBanner(),
                new KnownHostsFile(ssh, new AtomicFile(surroundings.clock())),
                boxes.store(options),
                surroundings.clock());
    }

    @Override
    public LoginKey key(Optional<Path> file) {
        PublicKeys keys = new PublicKeys(surroundings.home());
        return file.map(keys::read).orElseGet(keys::usual);
    }

    @Override
    public Pause pause() {
        return ConfiguredClouds::sleep;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(
                    "waiting for EC2", "interrupted; the same command continues where this one ended", null, e);
        }
    }
}
