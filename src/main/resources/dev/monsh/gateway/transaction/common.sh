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
newline='
'

fact() {
    printf '%s %s\n' "$1" "$(printf '%s' "$2" | base64 -w 0)"
}

sum() {
    digest=$(sha256sum <"$1" 2>/dev/null)
    printf '%s' "${digest%% *}"
}

# Sets clock to the seconds since the machine was started. What is asked again and again sets a variable: on a busy
# machine every process costs, and a $(…) is one.
read_clock() {
    read -r clock _ </proc/uptime
    clock=${clock%%.*}
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
    case $built in
        *" --$1="*) ;;
        *) return ;;
    esac
    found=${built#*" --$1="}
    printf '%s' "${found%%[[:space:]]*}"
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

# Sets title to the command line of a process. nginx writes there what each of its processes is.
read_title() {
    title=
    { IFS= read -r title <"/proc/$1/cmdline"; } 2>/dev/null
    return 0
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
    read_title "$pid"
    case $title in
        'nginx: master process'*) master=$pid ;;
    esac
    return 0
}

# Sets workers to those that take new connections, as PID:START with blanks around; one that is only ending its last
# connections is not counted.
read_workers() {
    children=$(cat /proc/[0-9]*/stat 2>/dev/null | awk -v master="$master" '
        { pid = $1; sub(/^.*\) /, ""); if ($2 == master) print pid ":" $20 }')
    workers=' '
    for child in $children; do
        read_title "${child%%:*}"
        case $title in
            *'is shutting down'*) ;;
            'nginx: worker process'*) workers="$workers$child " ;;
        esac
    done
}

# Compares the sockets that listen on this machine with those of nginx, and prints a line for each that is
# "taken": somebody else has a port that is claimed; "missing": nginx does not have one that is claimed;
# "others": the port, in hexadecimal, is another program's.
# Claims have a semicolon between them: FAMILY ADDRESS PORT NAME, the family 0 for any; addresses and ports are in
# hexadecimal as the kernel writes them.
sockets() {
    tables=
    for table in /proc/net/tcp /proc/net/tcp6; do
        [ ! -r "$table" ] || tables="$tables $table"
    done
    # shellcheck disable=SC2086 # words are meant
    ls -l "/proc/$master/fd" 2>/dev/null | claims=${2-} awk -v wanted="$1" '
        function wild(address) { return address ~ /^0+$/ }
        FILENAME !~ /^\/proc\/net\// { if (sub(/^.*socket:\[/, "") && sub(/\]$/, "")) ours[$0] = 1; next }
        $4 == "0A" {
            split($2, at, ":")
            # an IPv6 socket that is bound to an IPv4 address, as those of Java are, is in the way of IPv4 alone
            mapped = sub(/^0000000000000000FFFF0000/, "", at[1])
            n++
            family[n] = FILENAME ~ /6$/ && !mapped ? 6 : 4
            address[n] = at[1]; port[n] = at[2]; inode[n] = $10
        }
        END {
            if (wanted == "others")
                for (i = 1; i <= n; i++) if (!(inode[i] in ours) && !seen[port[i]]++) print port[i]
            count = split(ENVIRON["claims"], claim, ";")
            for (c = 1; c <= count; c++) {
                if (split(claim[c], word, " ") != 4) continue
                own = 0; other = ""
                for (i = 1; i <= n; i++) {
                    if (port[i] != word[3]) continue
                    same = word[1] == 0 || family[i] == word[1]
                    if (inode[i] in ours) {
                        if (same && (word[1] == 0 || address[i] == word[2] || wild(address[i]))) own = 1
                    } else if ((same && (word[1] == 0 || address[i] == word[2] || wild(address[i]) || wild(word[2]))) ||
                               (word[1] != 6 && family[i] == 6 && wild(address[i]))) other = inode[i]
                }
                if (wanted == "taken" && other != "") print word[4], other
                if (wanted == "missing" && !own) print word[4]
            }
        }' - $tables
}

# Sets missing to the claims that nginx does not listen on, with blanks between them.
read_missing() {
    missing=$(sockets missing "$1")
    case $missing in
        *"$newline"*) missing=$(printf '%s' "$missing" | tr '\n' ' ') ;;
    esac
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
