package dev.monsh.command.gateway;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.LoginChange;
import dev.monsh.gateway.NewLogin;
import dev.monsh.gateway.PasswordFile;
import dev.monsh.gateway.harden.AddressBlock;
import dev.monsh.gateway.harden.GatewayPath;
import dev.monsh.gateway.harden.HardenOptions;
import dev.monsh.gateway.harden.Hardening;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.site.GatewaySite;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** {@code gateway harden}, with or without a password that it makes. */
final class GatewayHarden {

    private static final Option.Single<String> AUTH =
            Option.text("auth", "USER", ValueKind.TEXT, "require a password, and generate one for this user");
    private static final Option.Single<Path> PASSWORD_FILE =
            Option.file("password-file", "FILE", "write the password to this new local file instead of the terminal");
    private static final Option.Flag NEW_PASSWORD = Option.flag("new-password", "replace the user's existing password");
    private static final Option.Single<String> AUTH_FILE =
            Option.text("auth-file", "PATH", ValueKind.TEXT, "require a password from this file on the gateway");
    private static final Option.Repeated<String> ALLOW = Option.text(
                    "allow", "CIDR", ValueKind.TEXT, "admit only these addresses; repeatable")
            .repeated();
    private static final Option.Single<String> TLS_CERTIFICATE =
            Option.text("tls-certificate", "PATH", ValueKind.TEXT, "the TLS certificate, a file on the gateway");
    private static final Option.Single<String> TLS_KEY =
            Option.text("tls-key", "PATH", ValueKind.TEXT, "the key of the certificate, a file on the gateway");

    private static final Option.Flag WEB_UI = Option.flag("web-ui", "keep Prometheus's own web pages reachable");

    private final Invocation call;
    private final GatewayReview review;
    private final Optional<String> user;
    private final Optional<HardenOptions.Tls> tls;

    /** Reads the options; throws {@link UsageException} where they do not go together. */
    GatewayHarden(Invocation call, GatewayReview review) {
        this.call = call;
        this.review = review;
        Optional<String> certificate = call.get(TLS_CERTIFICATE);
        Optional<String> key = call.get(TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new UsageException("gateway harden", "--tls-certificate and --tls-key require each other");
        }
        this.tls = certificate.map(path -> new HardenOptions.Tls(
                GatewayPath.parse(TLS_CERTIFICATE.toString(), path),
                GatewayPath.parse(TLS_KEY.toString(), key.orElseThrow())));
        this.user = call.get(AUTH).map(name -> NewLogin.requireUser(AUTH.toString(), name));
        if (user.isEmpty() && (call.get(PASSWORD_FILE).isPresent() || call.get(NEW_PASSWORD))) {
            throw new UsageException("gateway harden", "--password-file and --new-password require --auth USER");
        }
        options(call.get(AUTH_FILE));
    }

    static MonshCommand.Builder define(MonshCommand.Builder command, String edit) {
        return command.details("""
                        Adds what a plain proxy_pass lacks: the headers for live tail, HTTP/1.1, timeouts, an
                        allowlist of paths and methods, and a server that rejects other host names. Running it again
                        changes nothing.

                        Afterwards monsh sends the public ports writes that do nothing even if they get through. If
                        anything but nginx itself answers, the change is reverted (exit code 5). If nginx would not
                        use the changed server, or a port would stay open, nothing is changed (exit code 7).

                        With --auth, clients must log in. monsh generates the password, writes its hash to a password
                        file on the gateway in the same transaction, and shows the password once. A user who is
                        already in that file keeps the old password.""" + edit)
                .option(AUTH)
                .option(PASSWORD_FILE)
                .option(NEW_PASSWORD)
                .option(AUTH_FILE)
                .option(ALLOW)
                .option(TLS_CERTIFICATE)
                .option(TLS_KEY)
                .option(WEB_UI)
                .example("monsh gateway harden --file monitoring-proxy --dry-run", "what would change")
                .example("monsh gateway harden --auth grafana", "require a password from now on, and show it once");
    }

    private HardenOptions options(Optional<String> authFile) {
        return new HardenOptions(
                authFile.map(path -> GatewayPath.parse(AUTH_FILE.toString(), path)),
                call.get(ALLOW).stream()
                        .map(block -> AddressBlock.parse(ALLOW.toString(), block))
                        .toList(),
                tls,
                call.get(WEB_UI));
    }

    ExitCode run(GatewayHost host) {
        GatewaySite site = host.read();
        if (user.isEmpty()) {
            return review.run(call, host, Hardening.of(site, options(call.get(AUTH_FILE))));
        }
        PasswordFile passwords = host.passwordFile(call.get(AUTH_FILE))
                .orElseThrow(() -> new UsageException(
                        AUTH.toString(),
                        "a password can only be set on the gateway: omit --file, or name a password file with"
                                + " --auth-file"));
        MappingChange change = Hardening.of(site, options(Optional.of(passwords.path())));
        if (!change.after().contains(passwords.path())) {
            throw new ConflictException(
                    "gateway harden --auth " + user.get(),
                    "no mapping uses passwords from " + passwords.path()
                            + ": name the file that they use with --auth-file PATH");
        }
        if (passwords.has(user.get()) && !call.get(NEW_PASSWORD)) {
            call.console().note(user.get() + " has a password in " + passwords.path() + ", which stays");
            return review.run(call, host, change);
        }
        return call.globals().dryRun() ? tryOut(change, passwords) : withPassword(host, change, passwords);
    }

    private ExitCode tryOut(MappingChange change, PasswordFile passwords) {
        call.console().note(passwords.path() + ": " + user.orElseThrow() + " would get a new password");
        return review.run(call, change, same -> List.of());
    }

    private ExitCode withPassword(GatewayHost host, MappingChange change, PasswordFile passwords) {
        PasswordDelivery delivery = new PasswordDelivery(call.get(PASSWORD_FILE), call.console());
        SecureRandom random = new SecureRandom();
        NewLogin login = NewLogin.make(user.orElseThrow(), random);
        LoginChange set = new LoginChange(login, passwords.with(login, random));
        return review.run(
                call,
                change.with(set),
                agreed -> delivery.around(login, () -> host.apply(agreed), () -> mayHave(host, set)));
    }

    /** A change that failed may be in place, or its passwords: without the new one nobody would get in. */
    private static boolean mayHave(GatewayHost host, LoginChange set) {
        try {
            return host.passwordFile(Optional.of(set.file().path()))
                    .flatMap(PasswordFile::bytes)
                    .filter(bytes -> bytes.fingerprint().equals(set.file().newFingerprint()))
                    .isPresent();
        } catch (MonshException e) {
            return true;
        }
    }
}
