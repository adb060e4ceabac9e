# What every action on the gateway shares. POSIX sh with coreutils, util-linux and awk; Linux, because of /proc.
# Called as: sh SCRIPT ACTION BINARY PREFIX CONF STATE ARGUMENT…   (PREFIX and CONF may be empty: nginx's own)
# It reports on stdout, one fact a line: NAME and its value in base64.

# sudo -S may hand a password that nobody asked for to the command: read nothing
exec </dev/null
umask 077
set -u
LC_ALL=C
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH

fact() {
    printf '%s %s\n' "$1" "$(printf '%s' "$2" | base64 | tr -d '\n')"
}

sum() {
    sha256sum <"$1" 2>/dev/null | cut -c 1-64
}

seconds() {
    read -r since_boot _ </proc/uptime
    printf '%s' "${since_boot%%.*}"
}

# nginx must not hang a change: its own tests resolve names. 9 is the lock, which a child must not keep.
run_nginx() {
    [ -z "$conf" ] || set -- -c "$conf" "$@"
    [ -z "$prefix" ] || set -- -p "$prefix" "$@"
    timeout -k 5 30 "$binary" "$@" 9>&-
}

# What nginx says, without the time and the process number that differ from one call to the next.
in_plain_words() {
    sed 's/^nginx: //; s/^[0-9/]\{10\} [0-9:]\{8\} \(\[[a-z]*\]\) [0-9]*#[0-9]*: /\1 /'
}

# The values of a directive in a dump of the configuration, wherever it stands; comments are left out.
directive() {
    printf '%s\n' "$dump" | sed 's/^#.*//; s/[[:space:]]#.*//' | tr ';{}' '\n\n\n' \
        | sed -n "s/^[[:space:]]*$1[[:space:]]\{1,\}//p" | tr -d "\"'" | sed 's/[[:space:]].*//'
}

# The value of a directive of the main context. Below it the same word may be anything: the key of a map, for instance.
# The words are nginx's own (ngx_conf_read_token in src/core/ngx_conf_file.c).
main_directive() {
    printf '%s\n' "$dump" | awk -v name="$1" '
        function ended() { if (started) { word[++words] = text }; text = ""; started = 0 }
        {
            line = $0 "\n"
            for (i = 1; i <= length(line); i++) {
                c = substr(line, i, 1)
                if (c == "\\") { text = text substr(line, ++i, 1); started = 1 }
                else if (quote != "") { if (c == quote) quote = ""; else text = text c }
                else if (!started && (c == "\"" || c == "\047")) { quote = c; started = 1 }
                else if (!started && c == "#") break
                else if (!started && c == "}") { depth--; words = 0 }
                else if (c == "{" && substr(text, length(text)) == "$") text = text c
                else if (c == ";" || c == "{") {
                    ended()
                    if (c == "{") depth++
                    else if (depth == 0 && words == 2 && word[1] == name) { print word[2]; exit }
                    words = 0
                }
                else if (c ~ /[ \t\r\n]/) ended()
                else { text = text c; started = 1 }
            }
        }'
}

built_with() {
    printf '%s\n' "$built" | tr ' ' '\n' | sed -n "s/^--$1=//p" | head -n 1
}

absolute() {
    case $1 in
        /*) printf '%s' "$1" ;;
        *) printf '%s' "${base%/}/$1" ;;
    esac
}

# Reads the configuration that is in force on the disk: sets dump, base, main_file, pid_file, master.
# Fails with nginx's words in complaint when it is not valid.
read_configuration() {
    complaint_file=$(mktemp) || { complaint="no temporary file can be made on the gateway"; return 1; }
    dump=$(run_nginx -T 2>"$complaint_file")
    status=$?
    complaint=$(in_plain_words <"$complaint_file")
    rm -f "$complaint_file"
    built=$("$binary" -V 2>&1)
    base=${prefix:-$(built_with prefix)}
    main_file=$(absolute "${conf:-$(built_with conf-path)}")
    [ "$status" -eq 0 ] || return 1
    pid_file=$(main_directive pid)
    [ -n "$pid_file" ] || pid_file=$(built_with pid-path)
    pid_file=$(absolute "$pid_file")
    find_master
}

title() {
    { tr '\0' ' ' <"/proc/$1/cmdline"; } 2>/dev/null
}

# Sets master to the pid of the running nginx, or to nothing.
find_master() {
    master=
    if [ -e "$pid_file" ] && [ ! -s "$pid_file" ]; then
        # nginx -t leaves an empty pid file when nginx is stopped, and then no reload works any more
        rm -f "$pid_file"
    fi
    [ -r "$pid_file" ] || return 0
    read -r pid <"$pid_file"
    case $(title "$pid") in
        'nginx: master process'*) master=$pid ;;
    esac
    return 0
}

# Workers that take new connections, as PID:START; one that is only ending its last connections is not counted.
workers() {
    cat /proc/[0-9]*/stat 2>/dev/null | awk -v master="$master" '
        { pid = $1; sub(/^.*\) /, ""); if ($2 == master) print pid ":" $20 }' \
        | while IFS=: read -r pid start; do
            case $(title "$pid") in
                *'is shutting down'*) ;;
                'nginx: worker process'*) printf '%s\n' "$pid:$start" ;;
            esac
        done
}

# Every listening socket: address family, address and port in hexadecimal as the kernel writes them, inode.
listeners() {
    for family in 4 6; do
        case $family in
            4) table=/proc/net/tcp ;;
            6) table=/proc/net/tcp6 ;;
        esac
        [ -r "$table" ] || continue
        awk -v family="$family" '
            $4 == "0A" {
                split($2, at, ":")
                # an IPv6 socket that is bound to an IPv4 address, as those of Java are, is in the way of IPv4 alone
                mapped = sub(/^0000000000000000FFFF0000/, "", at[1])
                print (mapped ? 4 : family), at[1], at[2], $10
            }' "$table"
    done
}

# Reads claims, with a semicolon between them: FAMILY ADDRESS PORT NAME, the family 0 for any. Prints what is wrong.
# "taken": somebody else has the port; "missing": nginx does not have it.
claims() {
    held=$(ls -l "/proc/$master/fd" 2>/dev/null | sed -n 's/.*socket:\[\([0-9]*\)\]$/\1/p')
    { printf '%s\n' "$held" | sed 's/^/held /'; listeners | sed 's/^/listens /'; printf '%s\n' "$2" | tr ';' '\n' | sed 's/^/claim /'; } \
        | awk -v wanted="$1" '
        function wild(address) { return address ~ /^0+$/ }
        $1 == "held" && NF == 2 { ours[$2] = 1 }
        $1 == "listens" { n++; family[n] = $2; address[n] = $3; port[n] = $4; inode[n] = $5 }
        $1 == "claim" && NF == 5 {
            own = 0; other = ""
            for (i = 1; i <= n; i++) {
                if (port[i] != $4) continue
                same = $2 == 0 || family[i] == $2
                if (inode[i] in ours) {
                    if (same && ($2 == 0 || address[i] == $3 || wild(address[i]))) own = 1
                } else if ((same && ($2 == 0 || address[i] == $3 || wild(address[i]) || wild($3))) ||
                           ($2 != 6 && family[i] == 6 && wild(address[i]))) other = inode[i]
            }
            if (wanted == "taken" && other != "") print $5, other
            if (wanted == "missing" && !own) print $5
        }'
}

holder() {
    found=$(find /proc/[0-9]*/fd -lname "socket:\[$1\]" 2>/dev/null | head -n 1)
    pid=${found#/proc/}
    pid=${pid%%/*}
    [ -n "$pid" ] || { printf 'another program'; return; }
    read -r name <"/proc/$pid/comm" || name='another program'
    printf '%s (pid %s)' "$name" "$pid"
}

whose() {
    printf '%s' "${SUDO_USER:-$(id -un)}"
}
