action=$1 binary=$2 prefix=$3 conf=$4 state=$5
shift 5
case $action in
    look_system | look_lock | look_nginx | act_nginx | look_default | act_default | look_site | act_site | look_service | act_service) "$action" "$@" ;;
    look_repository | act_repository | look_tailscale | act_tailscale | look_daemon | act_daemon | look_login | act_key | act_link) "$action" "$@" ;;
esac
