package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program {@code tailscale} that prints a status of the shape of Tailscale 1.80. */
public record FakeTailscale(String script) {

    /** The states and machines that tests ask for. Dates are those of a clock that stands at 2026-11-22T10:30:00Z. */
    public static final String RUNNING = """
            {"Version":"1.80.0-t0000-g0000","TUN":true,"BackendState":"Running","HaveNodeKey":true,"AuthURL":"",
             "TailscaleIPs":["100.64.0.1","fd7a:115c:a1e0::1"],
             "Self":{"ID":"n1","PublicKey":"nodekey:01","HostName":"desk","DNSName":"desk.tail1.ts.net.","OS":"linux",
               "UserID":1,"TailscaleIPs":["100.64.0.1","fd7a:115c:a1e0::1"],"Addrs":["192.0.2.9:41641"],"CurAddr":"",
               "Relay":"nyc","RxBytes":0,"TxBytes":0,"LastSeen":"0001-01-01T00:00:00Z","Online":true,"Active":false},
             "Health":["a word of advice"],"MagicDNSSuffix":"tail1.ts.net",
             "CurrentTailnet":{"Name":"example.org","MagicDNSSuffix":"tail1.ts.net","MagicDNSEnabled":true},
             "CertDomains":null,
             "Peer":{
              "nodekey:04":{"ID":"n4","HostName":"\\u001b[31mred","DNSName":"","OS":"android","TailscaleIPs":["100.64.0.10"],
               "CurAddr":"","Relay":"","LastSeen":"0001-01-01T00:00:00Z","Online":true,"Active":false},
              "nodekey:03":{"ID":"n3","HostName":"old-box","DNSName":"old-box.tail1.ts.net.","OS":"linux",
               "TailscaleIPs":["100.64.0.9"],"CurAddr":"","Relay":"fra","LastSeen":"2026-11-01T08:00:00.5Z",
               "Online":false,"Active":false,"KeyExpiry":"2026-11-01T00:00:00Z","Expired":true},
              "nodekey:02":{"ID":"n2","HostName":"aibox-2","DNSName":"aibox-2.tail1.ts.net.","OS":"linux",
               "TailscaleIPs":["100.64.0.8","fd7a:115c:a1e0::8"],"CurAddr":"","Relay":"nyc",
               "LastSeen":"0001-01-01T00:00:00Z","Online":true,"Active":true,"KeyExpiry":"2026-12-01T00:00:00Z"},
              "nodekey:05":{"ID":"n5","HostName":"odk04","DNSName":"odk04-1.tail1.ts.net.","OS":"linux",
               "TailscaleIPs":["100.64.0.7"],"CurAddr":"192.0.2.7:41641","Relay":"nyc",
               "LastSeen":"0001-01-01T00:00:00Z","Online":true,"Active":true,"KeyExpiry":"2027-05-01T00:00:00+02:00"},
              "nodekey:06":{"ID":"n6","HostName":"stranger","DNSName":"","TailscaleIPs":null,"ShareeNode":true}},
             "User":{"1":{"ID":1,"LoginName":"x@example.org"}},"ClientVersion":null}
            """;

    /** Returns one that is up and knows some machines. */
    public static FakeTailscale running() {
        return printing(RUNNING);
    }

    /** Returns one that is in a state in which it knows no machine. */
    public static FakeTailscale inState(String state) {
        return printing("{\"Version\":\"1.80.0\",\"BackendState\":\"" + state + "\",\"Self\":null,\"Peer\":null}");
    }

    /** Returns one that prints this. */
    public static FakeTailscale printing(String text) {
        return new FakeTailscale("[ \"$*\" = 'status --json' ] || exit 9\ncat <<'END'\n" + text + "\nEND\n");
    }

    /** Writes the program into a folder, and returns its path. */
    public Path in(Path folder) {
        try {
            Path file = folder.resolve("tailscale");
            Files.writeString(file, "#!/bin/sh\n" + script);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
