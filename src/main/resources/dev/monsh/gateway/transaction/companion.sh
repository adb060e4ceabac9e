# A file that nginx reads beside its configuration, one with passwords, changed together with the site: it is in place
# before nginx is told of the site, and whatever does not end with the new site in place puts the old one back.

read_companion() {
    companion=$(readlink -f -- "$1") || companion=$1
    if [ -f "$companion" ]; then
        printf 'bytes '
        base64 -w 0 <"$companion"
        printf '\n'
        fact result present
    elif [ -e "$companion" ]; then
        fact result irregular
    else
        fact result absent
    fi
}

companion_sum() {
    [ ! -e "$companion" ] || sum "$companion"
}

check_companion() {
    [ -n "$companion" ] || return 0
    companion=$(readlink -f -- "$companion") || finish stale "$companion"
    [ "$(companion_sum)" = "$companion_old" ] || { drop_temporary; finish stale "$companion"; }
}

# Only who nginx's workers are may read it, besides root.
worker_group() {
    set -- $(printf '%s\n' "$dump" | sed 's/^#.*//; s/[[:space:]]#.*//' | tr ';{}' '\n\n\n' \
        | sed -n 's/^[[:space:]]*user[[:space:]]\{1,\}//p' | head -n 1)
    [ $# -gt 0 ] || set -- "$(built_with user)" "$(built_with group)"
    printf '%s' "${2:-${1:-nobody}}"
}

place_companion() {
    [ -n "$companion" ] || return 0
    companion_backup=''
    if [ -e "$companion" ]; then
        companion_backup=$state/backups/$id-companion
        said=$(cp -p -- "$companion" "$companion_backup" 2>&1) || give_up "$said"
    fi
    {
        fact companion "$companion"
        fact companion-old "$companion_old"
        fact companion-new "$companion_new"
        fact companion-backup "$companion_backup"
    } >>"$entry" || give_up 'the journal can'\''t be written'
    sync "$entry" 2>/dev/null || sync
    # what is to go is needed until nginx asks for it no more
    [ -n "$companion_new" ] || return 0
    step 'writing passwords'
    said=$(write_companion "$companion_candidate" 2>&1) || { rm -f -- "$(beside_companion)"; give_up "$said"; }
}

beside_companion() {
    printf '%s' "${companion%/*}/.${companion##*/}.monsh-$id"
}

# The file is private until it is whole; then it gets the owner and mode of the one before it, or those of a new one.
write_companion() {
    new_companion=$(beside_companion)
    cat -- "$1" >"$new_companion" || return 1
    [ "$(sum "$new_companion")" = "$(sum "$1")" ] || { printf 'the password file did not arrive complete'; return 1; }
    if [ -e "$companion" ]; then
        chown --reference="$companion" -- "$new_companion" && chmod --reference="$companion" -- "$new_companion" || return 1
    else
        chown "root:$(worker_group)" -- "$new_companion" && chmod 640 -- "$new_companion" || return 1
    fi
    sync "$new_companion" 2>/dev/null || sync
    mv -f -- "$new_companion" "$companion"
}

# nginx runs with the new site.
settle_companion() {
    [ -n "$companion" ] && [ -z "$companion_new" ] || return 0
    [ "$(companion_sum)" != "$companion_old" ] || rm -f -- "$companion"
}

# Puts the old one back where the old site is; one that somebody else has changed meanwhile stays.
restore_companion() {
    [ -n "$companion" ] && [ -n "$companion_new" ] || return 0
    rm -f -- "$(beside_companion)"
    [ "$(sum "$real")" = "$old" ] && [ "$(companion_sum)" = "$companion_new" ] || return 0
    if [ -z "$companion_old" ]; then
        rm -f -- "$companion"
    elif [ -f "$companion_backup" ]; then
        cp -p -- "$companion_backup" "$(beside_companion)" && mv -f -- "$(beside_companion)" "$companion"
    fi
}
