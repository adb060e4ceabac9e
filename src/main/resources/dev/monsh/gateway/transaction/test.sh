# Tests a candidate without touching the live file: in a private mount namespace it stands in the live file's place.
# Where that is not allowed (containers), a copy of the whole configuration folder is tested, with every mention of the
# folder turned to the copy. That is an approximation; the reload, which nginx itself refuses when the configuration is
# bad, is watched in any case.

# Each warning without its line number, which a change may move.
warnings() {
    sed -n 's/:[0-9]*$//; /\[warn\]/p' | sort
}

test_candidate() {
    step testing
    said=$(test_bound)
    status=$?
    if [ "$status" -eq 119 ]; then
        said=$(test_copied)
        status=$?
    fi
    said=$(printf '%s\n' "$said" | in_plain_words)
    if [ "$status" -ne 0 ]; then
        drop_temporary
        finish invalid "$(printf '%s\n' "$said" | grep -v 'test failed$')"
    fi
    added=$(new_warnings)
    if [ -n "$added" ]; then
        drop_temporary
        finish warned "$added"
    fi
}

# The warnings of the configuration that is in force stand; only what the change adds counts.
new_warnings() {
    case $said in
        *'[warn]'*) ;;
        *) return ;;
    esac
    { printf '%s\n' "$present" | warnings | sed 's/^/old /'; printf '%s\n' "$said" | warnings | sed 's/^/new /'; } | awk '
        { line = substr($0, 5) }
        $1 == "old" { known[line]++ }
        $1 == "new" && known[line]-- <= 0 { print line }'
}

test_bound() {
    set -- -t
    [ -z "$conf" ] || set -- -c "$conf" "$@"
    [ -z "$prefix" ] || set -- -p "$prefix" "$@"
    timeout -k 5 30 unshare --mount --propagation private -- sh -c '
        mount --bind -- "$1" "$2" || exit 119
        shift 2
        exec "$@"' sh "$temporary" "$real" "$binary" "$@" 2>&1 9>&-
    bound=$?
    # unshare itself fails with 1, and so does nginx: only a namespace that can be made tells them apart
    if [ "$bound" -ne 0 ] && ! unshare --mount --propagation private -- true 2>/dev/null 9>&-; then
        return 119
    fi
    return "$bound"
}

test_copied() {
    folder=$(readlink -e -- "${main_file%/*}")
    copy=$(mktemp -d "$state/test.XXXXXX") || { printf "can't create a folder for the test\n"; return 1; }
    # links are followed: a copied link would lead back to the live file
    cp -RL -- "$folder/." "$copy/" 2>/dev/null
    placed=$(find -L "$folder" -type f 2>/dev/null | while IFS= read -r each; do
        if [ "$(readlink -e -- "$each")" = "$real" ]; then
            cp -- "$temporary" "$copy/${each#"$folder"/}" && printf x
        fi
    done)
    rm -f -- "$copy"/*/."${real##*/}".monsh-*
    if [ -z "$placed" ]; then
        rm -rf -- "$copy"
        printf '%s is not below %s, and the gateway does not allow a private mount to test it\n' "$real" "$folder"
        return 1
    fi
    pattern=$(printf '%s' "$folder" | sed 's/[][\.*^$|]/\\&/g')
    find "$copy" -type f -exec sed -i "s|$pattern|$copy|g" {} +
    kept=$conf
    conf=$copy/${main_file##*/}
    run_nginx -t >"$copy.said" 2>&1
    tested=$?
    conf=$kept
    sed "s|$copy|$folder|g" "$copy.said"
    rm -rf -- "$copy" "$copy.said"
    return "$tested"
}
