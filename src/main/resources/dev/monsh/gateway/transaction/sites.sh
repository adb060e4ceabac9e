# What nginx on this machine reads, and where a file with mappings would go.

list_files() {
    command -v "$binary" >/dev/null 2>&1 || { fact usual /etc/nginx/sites-available/monitoring-proxy; fact result listed; return; }
    fact program "$("$binary" -v 2>&1 | head -n 1)"
    if read_configuration; then
        fact dump "$dump"
        printf '%s\n' "$dump" | sed -n 's/^# configuration file \(.*\):$/\1/p' | while IFS= read -r each; do
            fact file "$each"
            fact real "$(readlink -e -- "$each")"
        done
    else
        fact complaint "$complaint"
    fi
    # what nginx says of itself goes before what it was built with
    first=$(printf '%s\n' "$dump" | sed -n 's/^# configuration file \(.*\):$/\1/p' | head -n 1)
    first=${first:-$main_file}
    folder=${first%/*}
    if [ -d "$folder/sites-available" ] || [ ! -d "$folder/conf.d" ]; then
        fact usual "$folder/sites-available/monitoring-proxy"
    else
        fact usual "$folder/conf.d/monitoring-proxy.conf"
    fi
    fact result listed
}
