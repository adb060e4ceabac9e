# What Tailscale on this machine says of the tailnet, as it is.

tailscale_status() {
    command -v tailscale >/dev/null 2>&1 || { fact result absent; return; }
    complaint_file=$(mktemp) || { fact complaint 'no temporary file can be made on the gateway'; fact result failed; return; }
    if said=$(timeout -k 2 10 tailscale status --json 2>"$complaint_file"); then
        fact status "$said"
        fact result status
    else
        status=$?
        said=$(cat "$complaint_file")
        fact complaint "${said:-the program ended with status $status}"
        fact result failed
    fi
    rm -f "$complaint_file"
}
