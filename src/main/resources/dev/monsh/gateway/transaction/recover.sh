# A change whose script was itself ended (power, kill -9) stands in the journal without a result. Under the lock it is
# certain that nobody is at it any more; what the live file holds tells how far it came.

recover() {
    trap '' HUP INT PIPE TERM
    companion='' companion_old='' companion_new='' companion_backup=''
    entry='' id='' temporary='' former='' logs='' claimed='' signalled=yes created='' link=''
    [ -d "$state/journal" ] || { fact result recovered; return; }
    take_lock
    for folder in "$state"/journal/*/; do
        folder=${folder%/}
        [ -f "$folder/entry" ] && ! grep '^result ' "$folder/entry" >/dev/null || continue
        recover_one
    done
    fact result recovered
}

recover_one() {
    id=${folder##*/}
    entry=$folder/entry
    real=$(noted path) old=$(noted old) new=$(noted new) backup=$(noted backup)
    companion=$(noted companion) companion_old=$(noted companion-old) companion_new=$(noted companion-new)
    companion_backup=$(noted companion-backup)
    created=$(noted created) link=$(noted made-link)
    name_neighbours
    rm -f -- "$temporary"
    (
        case $(sum "$real") in
            "$old")
                rm -f -- "$former"
                ! came_to 'putting back' || take_back
                finish unchanged 'the change was cut short before the file was touched'
                ;;
            "$new") ;;
            '') [ "$created" = yes ] && finish unchanged 'the change was cut short before the file was made'
                finish superseded 'the change was cut short, and the file has been removed since' ;;
            *) rm -f -- "$former"; finish superseded 'the change was cut short, and the file has been changed by somebody else since' ;;
        esac
        read_configuration || { fault=$complaint; put_back; }
        [ -n "$master" ] || finish unconfirmed 'the new file is in place, and nginx is not running'
        take_effect 6 || put_back
        rm -f -- "$former"
        settle_companion
        finish applied 'the change was cut short and has been completed'
    ) >/dev/null
}

# The old file is in its place again, and nginx may still run with the new one, which needs its passwords.
take_back() {
    reason='the change was cut short while it was being put back'
    if ! read_configuration; then
        finish unconfirmed "$reason; the old file is back, but nginx rejects its configuration: $complaint"
    fi
    [ -z "$master" ] || take_effect 12 || finish unconfirmed "$reason; the old file is back, but nginx has not confirmed it: $fault"
    finish rolled-back "$reason"
}
