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
    fact usual "$(usual_site)"
    fact result listed
}

# A file of that name which nginx reads already, else where its main file would look for one.
usual_site() {
    present=$(printf '%s\n' "$dump" | sed -n 's/^# configuration file \(.*\):$/\1/p' | while IFS= read -r each; do
        real=$(readlink -e -- "$each")
        case ${real##*/} in
            monitoring-proxy | monitoring-proxy.conf) printf '%s' "$real"; break ;;
        esac
    done)
    folder=${main_file%/*}
    if [ -n "$present" ]; then
        printf '%s' "$present"
    elif [ -d "$folder/sites-available" ] || [ ! -d "$folder/conf.d" ]; then
        printf '%s' "$folder/sites-available/monitoring-proxy"
    else
        printf '%s' "$folder/conf.d/monitoring-proxy.conf"
    fi
}
