# What was done, by whom, and what came of it: STATE/journal/ID/entry holds facts as they are reported, line by line.

# Numbers are given under the lock, so they tell the order.
journal_open() {
    mkdir -p "$state/journal" "$state/backups" 2>/dev/null || return 1
    id=$(($(entries | tail -n 1) + 1))
    mkdir "$state/journal/$id" 2>/dev/null || return 1
    entry=$state/journal/$id/entry
    {
        fact path "$real"
        fact old "$old"
        fact new "$new"
        fact user "$(whose)"
        fact time "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
        fact summary "$summary"
    } >"$entry" 2>/dev/null && return
    rm -rf -- "$state/journal/$id"
    entry=''
    return 1
}

entries() {
    ls "$state/journal" 2>/dev/null | grep '^[1-9][0-9]*$' | sort -n
}

# Writes down where the change has come to, for the case that this script does not come further.
step() {
    printf 'step %s\n' "$(printf '%s' "$1" | base64)" >>"$entry" 2>/dev/null
}

# Ends the change: the journal first, then whoever still listens.
finish() {
    # where it is not known which site nginx runs with, the passwords of the new one stay: nobody is to be locked out
    case $1 in
        applied) ;;
        unconfirmed) uncreate ;;
        *) restore_companion; uncreate ;;
    esac
    if [ -n "$entry" ]; then
        { fact detail "$2"; fact result "$1"; } >>"$entry" 2>/dev/null
        sync "$entry" 2>/dev/null
        fact id "$id"
    fi
    fact detail "$2"
    fact result "$1"
    exit 0
}

# Whether a change once came to a step.
came_to() {
    grep -qx "step $(printf '%s' "$1" | base64)" "$entry"
}

noted() {
    sed -n "s/^$1 //p" "$entry" | tail -n 1 | base64 -d 2>/dev/null
}

show_entry() {
    printf 'entry %s\n' "$(printf '%s' "$1" | base64)"
    cat "$state/journal/$1/entry"
    [ ! -e "$state/journal/$1/reported" ] || fact reported yes
}

# The newest entries, oldest first.
history_of() {
    entries | tail -n "$1" | while IFS= read -r each; do
        show_entry "$each"
    done
    printf 'end\n'
    fact result history
}

# Entries whose outcome nobody was told.
unreported() {
    entries | tail -n 50 | while IFS= read -r each; do
        [ -e "$state/journal/$each/reported" ] || show_entry "$each"
    done
    printf 'end\n'
}

acknowledge() {
    for each in "$@"; do
        case $each in
            */* | .* | '') ;;
            *) [ ! -d "$state/journal/$each" ] || : >"$state/journal/$each/reported" ;;
        esac
    done
    fact result acknowledged
}

backup_of() {
    case $1 in
        */* | .* | '') fact result absent; return ;;
    esac
    [ -f "$state/journal/$1/entry" ] || { fact result absent; return; }
    show_entry "$1"
    printf 'end\n'
    entry=$state/journal/$1/entry
    backup=$(noted backup)
    if [ -f "$backup" ]; then
        printf 'bytes '
        base64 -w 0 <"$backup"
        printf '\n'
    fi
    backup=$(noted companion-backup)
    if [ -f "$backup" ]; then
        printf 'companion-bytes '
        base64 -w 0 <"$backup"
        printf '\n'
    fi
    fact result backup
}
