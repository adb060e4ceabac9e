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
        fact workers "$(workers | wc -l | tr -d ' ')"
        fact missing "$(claims missing "$2" | tr '\n' ' ')"
    fi
    fact result checked
}
