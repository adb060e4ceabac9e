package dev.monsh.testing.gateway;

import java.nio.file.Path;

/** The configuration files and scripts that a lab is started with. */
final class LabConfiguration {

    static final String CUT = """
            #!/bin/sh
            # ends every connection as a broken network would: no goodbye, and what it started runs on
            cd "$(dirname "$0")" || exit
            read -r sshd <sshd.pid
            sessions=
            for parent in $(/bin/cat /proc/$sshd/task/$sshd/children); do
                sessions="$sessions $parent"
                for child in $(/bin/cat /proc/$parent/task/$parent/children); do
                    read -r name </proc/$child/comm
                    [ "$name" != sshd ] || sessions="$sessions $child"
                done
            done
            [ -z "$sessions" ] || kill -9 $sessions
            """;

    static final String KILL = """
            #!/bin/sh
            # ends the script that called the tool that calls this, with all of its subshells, the outermost first
            pid=$PPID
            above=
            while read -r name </proc/$pid/comm; do
                case $name in
                    sh | timeout) above="$pid $above" ;;
                    sudo | sshd) break ;;
                esac
                pid=$(sed 's/.*) //' /proc/$pid/stat | cut -d ' ' -f 2)
            done
            for pid in $above; do
                [ "$pid" = "$PPID" ] || kill -9 "$pid"
            done
            """;

    private final LabPrograms programs;
    private final Path root;

    LabConfiguration(LabPrograms programs, Path root) {
        this.programs = programs;
        this.root = root;
    }

    String sshd(int port) {
        return """
                Port PORT
                ListenAddress 127.0.0.1
                HostKey ROOT/keys/host_ed25519
                PidFile ROOT/sshd.pid
                AuthorizedKeysFile ROOT/authorized_keys
                StrictModes no
                UsePAM no
                PermitRootLogin yes
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                MaxStartups 100
                MaxSessions 100
                AllowTcpForwarding yes
                SetEnv PATH=ROOT/tools:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
                """.replace("PORT", String.valueOf(port)).replace("ROOT", root.toString());
    }

    /** Returns what the lab's clients know: its key, and theirs. */
    String ssh() {
        return """
                Host *
                    UserKnownHostsFile ROOT/known_hosts
                    GlobalKnownHostsFile none
                    IdentityFile ROOT/keys/login
                    IdentityAgent none
                """.replace("ROOT", root.toString());
    }

    /** Returns what sets the namespace up, and then becomes the sshd in it. */
    String start() {
        return """
                set -e
                for each in passwd group shadow sudoers; do
                    touch /etc/$each
                    mount --bind ROOT/etc/$each /etc/$each
                done
                mkdir -p /run/sshd
                mkdir ROOT/small ROOT/state
                mount -t tmpfs -o size=64k,mode=755 tmpfs ROOT/small
                NGINX -p ROOT/nginx -c ROOT/nginx/nginx.conf
                exec SSHD -D -e -f ROOT/sshd_config
                """.replace("SSHD", programs.path("sshd").toString())
                .replace("NGINX", programs.path("nginx").toString())
                .replace("ROOT", root.toString());
    }
}
