# Packages by apt, without a question and without a file of somebody's lost.

# the connection may break at any moment; dpkg must not be cut off
trap '' HUP INT PIPE TERM

apt() {
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a APT_LISTCHANGES_FRONTEND=none \
        apt-get -q -y -o DPkg::Lock::Timeout=60 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" 2>&1
}

# What went wrong, in apt's words; warnings and progress are left out.
words_of_apt() {
    grep -E '^(E|W|dpkg|Err|N):|^dpkg: error' "$1" | head -n 5 | tr '\n' ' '
}

# Ends the action as failed, with what a program said.
fail() {
    fact complaint "$1"
    fact result failed
    exit 0
}

# Runs apt, and ends the action where it fails.
must_apt() {
    said=$(mktemp) || fail 'no temporary file can be made'
    if ! apt "$@" >"$said"; then
        why=$(words_of_apt "$said")
        [ -n "$why" ] || why=$(tail -n 3 "$said" | tr '\n' ' ')
        rm -f "$said"
        fail "apt-get $1: $why"
    fi
    rm -f "$said"
}

# An installation that was cut off is finished first; until then apt refuses everything else.
finish_interrupted() {
    [ -z "$(dpkg --audit 2>/dev/null)" ] || DEBIAN_FRONTEND=noninteractive dpkg --configure -a --force-confdef --force-confold >/dev/null 2>&1
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

look_system() {
    command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1 || fail 'it has no apt: only Debian and Ubuntu are supported'
    . /etc/os-release
    fact id "${ID:-}"
    fact codename "${VERSION_CODENAME:-}"
    right "${PRETTY_NAME:-Debian}"
}

# Who has the package system: another apt, dpkg, or unattended-upgrades. They have the file open as long as they hold it.
look_lock() {
    for each in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock; do
        held=$(find /proc/[0-9]*/fd -lname "$each" 2>/dev/null | head -n 1)
        [ -n "$held" ] || continue
        pid=${held#/proc/}
        pid=${pid%%/*}
        name=$(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | cut -c 1-60 | sed 's, *$,,')
        fact holder "${name:-a program} (pid $pid)"
        break
    done
    fact result right
}
