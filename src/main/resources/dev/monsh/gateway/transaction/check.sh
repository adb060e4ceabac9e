# What can be said of the gateway without changing anything, each on its own.

check_gateway() {
    real=$(readlink -e -- "$1") && [ -f "$real" ] && fact real "$real"
    if ! read_configuration; then
        fact complaint "$complaint"
        fact result checked
        return
    fi
    fact valid yes
    fact loaded "$(included_as)"
    if [ -n "$master" ]; then
        fact running "$master"
        read_workers
        # shellcheck disable=SC2086 # words are meant
        set -- "$2" $workers
        read_missing "$1"
        fact workers "$(($# - 1))"
        fact missing "$missing"
    fi
    fact result checked
}
