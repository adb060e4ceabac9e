# nginx, its own default site out of the way, the site of the mappings, and that it runs and starts at boot.

right() { fact evidence "$1"; fact result right; }
wrong() { fact plan "$1"; fact result wrong; }
skipped() { fact reason "$1"; fact result skipped; }

has_systemd() { [ -d /run/systemd/system ]; }
has_nginx() { command -v "$binary" >/dev/null 2>&1; }

look_nginx() {
    if [ -n "$(dpkg-query -W -f '${db:Status-Status}' nginx 2>/dev/null | grep -E 'half|unpacked|triggers')" ]; then
        wrong 'finish the installation of nginx'
    elif has_nginx; then
        right "$("$binary" -v 2>&1 | sed 's/^nginx version: //')"
    else
        wrong 'install nginx'
    fi
}

act_nginx() {
    finish_interrupted
    must_apt update
    must_apt install nginx
    fact result done
}

default_link=/etc/nginx/sites-enabled/default
default_file=/etc/nginx/sites-available/default

# The package's own file, byte for byte: dpkg knows the sum of each of its configuration files.
is_untouched_default() {
    [ -L "$default_link" ] && [ "$(readlink -e -- "$default_link")" = "$default_file" ] || return 1
    own=$(dpkg-query -W -f '${Conffiles}\n' nginx-common nginx 2>/dev/null | awk -v file="$default_file" '$1 == file { print $2; exit }')
    [ -n "$own" ] && [ "$(md5sum <"$default_file" | cut -c 1-32)" = "$own" ]
}

look_default() {
    if ! has_nginx; then
        wrong "disable the package's default site"
    elif [ ! -e "$default_link" ] && [ ! -L "$default_link" ]; then
        right 'not enabled'
    elif is_untouched_default; then
        wrong "disable the package's default site"
    else
        skipped "$default_link is not the package's own file, so it stays"
    fi
}

act_default() {
    is_untouched_default || fail "$default_link was changed meanwhile"
    rm -f -- "$default_link" || fail "$default_link cannot be removed"
    reload
    fact result done
}

# Nothing to do where nginx does not run yet: it reads its files when it starts.
reload() {
    read_configuration || fail "nginx rejects its configuration: $complaint"
    [ -z "$master" ] || said=$(run_nginx -s reload 2>&1) || fail "nginx -s reload: $said"
}

look_site() {
    path=$1
    real=$(readlink -e -- "$path") || real=''
    link_of_site
    if [ -z "$real" ]; then
        wrong "make $path and link it"
    elif ! read_configuration; then
        fail "nginx rejects its configuration: $complaint"
    elif [ -n "$(included_as)" ]; then
        right "$path, included as $(included_as)"
    elif [ -n "$link" ] && [ ! -e "$link" ] && [ ! -L "$link" ]; then
        wrong "link $path to $link"
    else
        fail "$path is there, and nginx does not include it"
    fi
}

act_site() {
    path=$1 made='' linked=''
    link_of_site
    if [ ! -e "$path" ]; then
        why=$(obstacle)
        [ -z "$why" ] || fail "$why"
        real=$path
        (set -C && printf '# Public ports and the boxes that they lead to: monsh gateway map\n' >"$real") 2>/dev/null || fail "$real cannot be made"
        made=yes
        chmod 644 -- "$real"
    fi
    real=$(readlink -e -- "$path")
    if [ -n "$link" ] && [ ! -e "$link" ]; then
        ln -s -- "$path" "$link" || undo_site "the link $link cannot be made"
        linked=yes
    fi
    read_configuration || undo_site "nginx rejects its configuration: $complaint"
    [ -n "$(included_as)" ] || undo_site "nothing in nginx's configuration includes $path"
    reload
    fact result done
}

undo_site() {
    [ -z "$linked" ] || rm -f -- "$link"
    [ -z "$made" ] || rm -f -- "$real"
    fail "$1"
}

look_service() {
    has_nginx || { wrong 'start nginx, now and at boot'; return; }
    read_configuration || fail "nginx rejects its configuration: $complaint"
    if [ -z "$master" ]; then
        wrong 'start nginx, now and at boot'
    elif ! starts_at_boot nginx; then
        wrong 'start nginx at boot'
    else
        right "runs as $master, starts at boot"
    fi
}

starts_at_boot() {
    if has_systemd; then
        systemctl is-enabled --quiet "$1" 2>/dev/null
    else
        ls /etc/rc[2-5].d/S[0-9][0-9]"$1" >/dev/null 2>&1
    fi
}

# systemd where it runs, else the init script, as in a container.
start_service() {
    if has_systemd; then
        said=$(systemctl enable --now "$1" 2>&1) || fail "systemctl enable --now $1: $said"
        return
    fi
    [ -x "/etc/init.d/$1" ] || fail "there is neither systemd nor an init script of $1"
    update-rc.d "$1" defaults >/dev/null 2>&1
    said=$(service "$1" start 2>&1 9>&-) || fail "service $1 start: $said"
}

act_service() {
    read_configuration || fail "nginx rejects its configuration: $complaint"
    start_service nginx
    fact result done
}
