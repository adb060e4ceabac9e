package dev.monsh.gateway.map;

import dev.monsh.edit.UnifiedDiff;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.LoginChange;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.GatewaySite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A change of the file with the mappings, made but not yet written.
 *
 * @param summary one line for a journal, for instance {@code map add aibox-2}
 * @param said what was done, a line each
 * @param warnings what the user should know before it is written
 * @param ports the public ports that mean something else afterwards
 * @param login a password that is set together with it
 * @param readOnly whether the ports must refuse writes afterwards
 * @param instead what the user can do where a warning is about something that should stay
 */
public record MappingChange(
        GatewaySite before,
        NginxFile after,
        String summary,
        List<String> said,
        List<String> warnings,
        List<Integer> ports,
        Optional<LoginChange> login,
        boolean readOnly,
        Optional<GatewayNextStep> instead) {

    public MappingChange {
        said = List.copyOf(said);
        warnings = List.copyOf(warnings);
        ports = List.copyOf(ports);
    }

    /** A change of the file alone. */
    public MappingChange(
            GatewaySite before,
            NginxFile after,
            String summary,
            List<String> said,
            List<String> warnings,
            List<Integer> ports) {
        this(before, after, summary, said, warnings, ports, Optional.empty(), false, Optional.empty());
    }

    /** Returns the same change with a password. */
    public MappingChange with(LoginChange change) {
        List<String> more = new ArrayList<>(said);
        more.add(change.file().path() + ": " + change.login().user() + " gets a new password");
        return new MappingChange(before, after, summary, more, warnings, ports, Optional.of(change), readOnly, instead);
    }

    /** Returns the same change, after which the ports must refuse writes. */
    public MappingChange refusingWrites() {
        return new MappingChange(before, after, summary, said, warnings, ports, login, true, instead);
    }

    /** Returns the same change, of which a warning says what is lost unless the user does this instead. */
    public MappingChange unless(GatewayNextStep other) {
        return new MappingChange(before, after, summary, said, warnings, ports, login, readOnly, Optional.of(other));
    }

    /** Returns whether everything stays as it is. */
    public boolean isEmpty() {
        return login.isEmpty() && Arrays.equals(before.file().bytes(), after.bytes());
    }

    /** Returns what {@code diff -u} prints of it; empty where the file stays as it is. */
    public byte[] diff() {
        String name = before.file().name();
        return UnifiedDiff.between(before.file().bytes(), after.bytes()).bytes(name, name);
    }
}
