# The file with the mappings, and whether a change of it can be thought of at all.

read_file() {
    path=$1
    link=''
    real=$(readlink -e -- "$path") || { read_absent; return; }
    [ -f "$real" ] || { fact result irregular; return; }
    fact real "$real"
    fact owner "$(stat -c '%U:%G' -- "$real")"
    fact mode "$(stat -c '%a' -- "$real")"
    read_surroundings
    printf 'bytes '
    base64 -w 0 <"$real"
    printf '\n'
    unreported
    fact result read
}

read_surroundings() {
    if read_configuration; then
        fact valid yes
        fact running "$master"
        fact loaded "$(included_as)"
        fact dump "$dump"
        fact held "$(sockets others)"
    else
        fact complaint "$complaint"
    fi
}

# A gateway that was set up a moment ago has nginx, and no site yet: a change may make it.
read_absent() {
    read_surroundings
    fact obstacle "$(obstacle)"
    link_of_site
    fact real "$(readlink -f -- "$path")"
    fact link "$link"
    unreported
    fact result absent
}

# Debian's nginx loads sites-enabled only; elsewhere the site itself is what is included, or nothing is.
link_of_site() {
    link=''
    case $path in
        */sites-available/*) [ ! -d "${path%/*/*}/sites-enabled" ] || link=${path%/*/*}/sites-enabled/${path##*/} ;;
    esac
}

# Says why the site can't be made; nothing where it can.
obstacle() {
    link_of_site
    if [ ! -d "${path%/*}" ]; then
        printf 'folder not found: %s' "${path%/*}"
    elif [ -L "$path" ]; then
        printf 'it is a link to nothing'
    elif [ -n "$link" ] && { [ -e "$link" ] || [ -L "$link" ]; }; then
        printf '%s is there, and leads elsewhere' "$link"
    fi
}

# The name by which nginx's configuration includes the site. A site that nothing includes can be changed as often as one
# likes, and nginx will never know.
included_as() {
    printf '%s\n' "$dump" | sed -n 's/^# configuration file \(.*\):$/\1/p' | while IFS= read -r each; do
        # the same file, and not by another name of it that would keep the old one
        [ "$each" -ef "$real" ] && [ "$(readlink -e -- "$each")" = "$real" ] && { printf '%s' "$each"; break; }
    done
}

is_loaded() {
    [ -n "$(included_as)" ]
}
