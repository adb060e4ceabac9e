# Puts a new file in the place of the live one, makes nginx take it, and puts the old one back when it does not.

apply() {
    # the connection may break at any moment; what was begun is brought to its end
    trap '' HUP INT PIPE TERM
    path=$1 old=$2 new=$3 candidate=$4 summary=$5 claimed=$6
    companion=$7 companion_old=$8 companion_new=$9 companion_candidate=${10} companion_backup=''
    emergency=${11} signalled=no master='' pid_file=''
    entry='' id='' temporary='' former='' logs='' created='' link='' absent=''
    real=$(readlink -e -- "$path") || find_absent
    take_lock
    journal_open || finish transfer "the journal in $state can't be written: is the disk full?"
    [ -n "$absent" ] || check_hash
    check_companion
    read_configuration || [ "$emergency" = yes ] || finish broken "$complaint"
    present=$complaint
    [ -n "$master" ] || [ "$emergency" = yes ] || finish stopped ''
    # whose a port is can only be told while nginx is known to run
    [ -z "$master" ] || check_ports
    [ -z "$absent" ] || create_site
    place_temporary "$candidate" "$new"
    test_candidate
    keep_backup
    place_companion
    step moving
    check_hash
    swap
    step moved
    [ "$emergency" != yes ] || read_configuration || { fault=$complaint; put_back; }
    note=''
    if [ -n "$master" ]; then
        take_effect 6 || put_back
    else
        note='nginx is not running'
    fi
    rm -f -- "$former"
    settle_companion
    finish applied "$note"
}

# A site that was not there when it was read, either, is made.
find_absent() {
    [ "$old" = "$(sum /dev/null)" ] && real=$(readlink -f -- "$path") || finish stale "$path is no longer there"
    absent=yes
}

# An empty file that nginx includes means nothing to it: from here on this is a change like any other. Whatever does not
# end with the new file in place takes the empty one away again.
create_site() {
    obstacle=$(obstacle)
    [ -z "$obstacle" ] || finish stale "$path: $obstacle"
    link_of_site
    step creating
    { fact created yes; fact made-link "$link"; } >>"$entry"
    (set -C && : >"$real") 2>/dev/null || finish transfer "$real can't be created"
    created=yes
    chmod 644 "$real"
    [ -z "$link" ] || ln -s -- "$path" "$link" 2>/dev/null || finish transfer "the link $link can't be created"
    read_configuration || finish invalid "$complaint"
    is_loaded || finish invalid "nothing in nginx's configuration includes $path"
}

uncreate() {
    [ "$created" = yes ] && [ -f "$real" ] && [ ! -s "$real" ] || return 0
    [ -z "$link" ] || [ "$(readlink -e -- "$link")" != "$real" ] || rm -f -- "$link"
    rm -f -- "$real"
}

take_lock() {
    mkdir -p "$state" 2>/dev/null || finish transfer "the folder $state can't be created"
    # a redirection that fails would end the shell without a word
    { : >>"$state/lock"; } 2>/dev/null || finish transfer "the lock in $state can't be written"
    exec 9>>"$state/lock"
    flock -n 9 || finish locked "$(tail -n 1 "$state/lock.owner" 2>/dev/null)"
    # a test that was killed leaves its copy of the configuration behind, with the keys of TLS in it
    rm -rf -- "$state"/test.*
    { printf '%s since %s UTC' "$(whose)" "$(date -u '+%Y-%m-%d %H:%M:%S')" >"$state/lock.owner"; } 2>/dev/null
}

check_hash() {
    [ -f "$real" ] && [ "$(sum "$real")" = "$old" ] && return
    drop_temporary
    finish stale "$real"
}

# A worker that nginx has just replaced, or another program that is ending, lets its ports go some moments later.
check_ports() {
    for attempt in 1 2 3 4 5 6 7 8; do
        taken=$(sockets taken "$claimed")
        taken=${taken%%"$newline"*}
        [ -n "$taken" ] || return 0
        [ "$attempt" -eq 8 ] || sleep 0.25
    done
    finish taken "${taken%% *} is held by $(holder "${taken##* }")"
}

# Beside the live file, so that the rename is one step; with a dot, so that no include takes it; a copy first, so that
# owner, mode and access lists are those of the live file.
place_temporary() {
    name_neighbours
    said=$({ cp -p -- "$real" "$temporary" && cat -- "$1" >"$temporary"; } 2>&1) || give_up "$said"
    [ "$(sum "$temporary")" = "$2" ] || give_up 'the file did not arrive complete'
    sync "$temporary" 2>/dev/null || sync
}

name_neighbours() {
    temporary=${real%/*}/.${real##*/}.monsh-$id
    former=$temporary.old
}

drop_temporary() {
    [ -z "$temporary" ] || rm -f -- "$temporary" "$former"
}

give_up() {
    drop_temporary
    finish transfer "$1"
}

keep_backup() {
    backup=$state/backups/$id-$(date -u +%Y%m%dT%H%M%SZ)-$(printf '%s' "$old" | cut -c 1-12)
    said=$(cp -p -- "$real" "$backup" 2>&1) || give_up "$said"
    [ "$(sum "$backup")" = "$old" ] || { check_hash; give_up 'the backup is not what the file was'; }
    sync "$backup" "$entry" 2>/dev/null || sync
    fact backup "$backup" >>"$entry"
}

# The old file keeps a second name until nginx has taken the new one: to put it back needs no room on the disk.
swap() {
    ln -- "$real" "$former" 2>/dev/null || cp -p -- "$real" "$former" 2>/dev/null
    said=$(mv -f -- "$temporary" "$real" 2>&1) || give_up "$said"
    sync "${real%/*}" 2>/dev/null || sync
}

# Reloads and watches for some seconds: every worker new, every claimed port nginx's, no new [emerg].
# Says what is wrong in fault.
take_effect() {
    read_workers
    before=$workers
    [ "$logs" = ignored ] || remember_logs
    signalled=no
    step reloading
    fault=$(run_nginx -s reload 2>&1) || { fault=${fault:-nginx -s reload failed}; return 1; }
    signalled=yes
    read_clock
    limit=$((clock + $1))
    until settled; do
        fault=$(emergencies | head -n 3)
        [ -z "$fault" ] || return 1
        read_clock
        if [ "$clock" -ge "$limit" ]; then
            fault=$unsettled
            return 1
        fi
        sleep 0.05
    done
    # nginx tells of a port it can't have in the log, and goes on
    fault=$(emergencies | head -n 3)
    [ -z "$fault" ]
}

settled() {
    unsettled='the workers were not replaced in time'
    read_workers
    [ "$workers" != ' ' ] || return 1
    for each in $before; do
        case $workers in
            *" $each "*) return 1 ;;
        esac
    done
    read_missing "$claimed"
    [ -z "$missing" ] || { unsettled="nginx does not listen on $missing"; return 1; }
}

remember_logs() {
    logs=
    for each in $({ directive error_log; built_with error-log-path; } | sort -u); do
        case $each in
            stderr | syslog:* | memory:* | off) continue ;;
        esac
        each=$(absolute "$each")
        [ -f "$each" ] || continue
        logs="$logs$(stat -c '%s' -- "$each") $each
"
    done
}

# Only lines that nginx itself began this way: a client can put its own words into the rest of a line.
emergencies() {
    [ "$logs" != ignored ] || return 0
    printf '%s' "$logs" | while read -r length each; do
        [ "$(stat -c '%s' -- "$each" 2>/dev/null || printf 0)" -ge "$length" ] || length=0
        tail -c "+$((length + 1))" -- "$each" 2>/dev/null
    done | grep '^[0-9/]\{10\} [0-9:]\{8\} \[emerg\]' | in_plain_words
}

put_back() {
    reason=$fault
    step 'putting back'
    if ! restore; then
        finish stranded "$reason; and the old file could not be restored: it is $backup"
    fi
    # nginx was never told of the new file: it runs with the old one all along
    [ "$signalled" = yes ] || finish rolled-back "$reason"
    # a master that tries a busy port again and again goes on complaining of it for some seconds
    logs=ignored
    claimed=
    take_effect 12 || finish unconfirmed "$reason; the old file is back, but nginx has not confirmed it: $fault"
    finish rolled-back "$reason"
}

restore() {
    if [ ! -e "$former" ]; then
        cp -p -- "$backup" "$former" 2>/dev/null || return 1
    fi
    [ "$(sum "$former")" = "$old" ] && mv -f -- "$former" "$real" || return 1
    sync "${real%/*}" 2>/dev/null || sync
}
