# The file with the mappings, and whether a change of it can be thought of at all.

read_file() {
    path=$1
    real=$(readlink -e -- "$path") || { fact result absent; return; }
    [ -f "$real" ] || { fact result irregular; return; }
    fact real "$real"
    fact owner "$(stat -c '%U:%G' -- "$real")"
    fact mode "$(stat -c '%a' -- "$real")"
    if read_configuration; then
        fact valid yes
        fact running "$master"
        fact loaded "$(is_loaded && printf yes)"
        fact dump "$dump"
    else
        fact complaint "$complaint"
    fi
    printf 'bytes '
    base64 <"$real" | tr -d '\n'
    printf '\n'
    unreported
    fact result read
}

# A site that nothing includes can be changed as often as one likes, and nginx will never know.
is_loaded() {
    printf '%s\n' "$dump" | sed -n 's/^# configuration file \(.*\):$/\1/p' | while IFS= read -r each; do
        [ "$(readlink -e -- "$each")" = "$real" ] && printf found
    done | grep found >/dev/null
}
