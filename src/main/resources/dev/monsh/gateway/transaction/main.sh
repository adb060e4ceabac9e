
action=$1 binary=$2 prefix=$3 conf=$4 state=$5
shift 5
case $action in
    read) read_file "$@" ;;
    check) check_gateway "$@" ;;
    apply) apply "$@" ;;
    recover) recover ;;
    companion) read_companion "$@" ;;
    tailscale) tailscale_status ;;
    files) list_files ;;
    history) history_of "$@" ;;
    acknowledge) acknowledge "$@" ;;
    backup) backup_of "$@" ;;
esac
