# Tailscale from its own package repository, signed by its own key; no script from the net is run.

keyring=/usr/share/keyrings/tailscale-archive-keyring.gpg
list=/etc/apt/sources.list.d/tailscale.list

has_tailscale() { command -v tailscale >/dev/null 2>&1 && command -v tailscaled >/dev/null 2>&1; }

source_line() { printf 'deb [signed-by=%s] %s %s main' "$keyring" "$1" "$2"; }

# Called with the repository's address for this distribution, the codename, and the key's address.
look_repository() {
    if [ -s "$keyring" ] && [ "$(cat "$list" 2>/dev/null)" = "$(source_line "$1" "$2")" ]; then
        right "$1 $2"
    elif [ ! -e "$list" ] && has_tailscale; then
        skipped 'Tailscale is installed from elsewhere'
    else
        wrong "add $1 $2 with its key"
    fi
}

act_repository() {
    case "$1 $3" in
        *https:*) [ -s /etc/ssl/certs/ca-certificates.crt ] || { must_apt update; must_apt install ca-certificates; } ;;
    esac
    folder=$(mktemp -d) || fail 'no temporary folder can be made'
    chmod 755 "$folder"
    /usr/lib/apt/apt-helper -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 download-file "$3" "$folder/key" >"$folder/said" 2>&1 || {
        why=$(words_of_apt "$folder/said")
        rm -rf -- "$folder"
        fail "the key cannot be fetched: $why"
    }
    # a binary OpenPGP key packet begins with one of these octets; a page of a login portal does not
    case $(od -An -tx1 -N1 "$folder/key" | tr -d ' ') in
        98 | 99 | c6) ;;
        *) rm -rf -- "$folder"; fail "what $3 answers is not a binary OpenPGP key" ;;
    esac
    mkdir -p "${keyring%/*}"
    cp -L -- "$folder/key" "$keyring.monsh" && chmod 644 "$keyring.monsh" && mv -f -- "$keyring.monsh" "$keyring" || fail "$keyring cannot be written"
    source_line "$1" "$2" >"$folder/list"
    printf '\n' >>"$folder/list"
    cp -- "$folder/list" "$list.monsh" && chmod 644 "$list.monsh" && mv -f -- "$list.monsh" "$list" || fail "$list cannot be written"
    update_tailscale >"$folder/said" || {
        # a source that does not work would break every other use of apt
        why=$(words_of_apt "$folder/said")
        rm -f -- "$list"
        rm -rf -- "$folder"
        fail "apt does not accept the repository: $why"
    }
    rm -rf -- "$folder"
    fact result done
}

# Only this source: the others were brought up to date with nginx. apt counts a signature that fails as a warning only.
update_tailscale() {
    apt update -o Dir::Etc::sourcelist="$list" -o Dir::Etc::sourceparts=- -o APT::Get::List-Cleanup=0 -o APT::Update::Error-Mode=any
}

look_tailscale() {
    if has_tailscale; then
        right "$(tailscale version 2>/dev/null | head -n 1)"
    else
        wrong 'install tailscale'
    fi
}

act_tailscale() {
    finish_interrupted
    update_tailscale >/dev/null
    must_apt install tailscale
    fact result done
}

daemon_answers() { timeout -k 2 10 tailscale status --json >/dev/null 2>&1; }

look_daemon() {
    if has_tailscale && daemon_answers; then
        right 'tailscaled answers'
    else
        wrong 'start tailscaled, now and at boot'
    fi
}

act_daemon() {
    start_service tailscaled
    tries=0
    until daemon_answers; do
        tries=$((tries + 1))
        [ "$tries" -lt 40 ] || fail 'tailscaled was started and does not answer'
        sleep 0.25
    done
    fact result done
}

look_login() {
    if has_tailscale && daemon_answers; then
        fact status "$(timeout -k 2 10 tailscale status --json 2>/dev/null)"
    fi
    fact result right
}

# The key is in a file of the connection's private folder; nobody sees it in a list of processes.
act_key() {
    said=$(timeout -k 5 90 tailscale up --auth-key="file:$1" 2>&1)
    status=$?
    rm -f -- "$1"
    [ "$status" -eq 0 ] || fail "tailscale up: $(printf '%s' "$said" | tail -n 3 | tr '\n' ' ')"
    fact result done
}

# Goes on after this action has ended, and ends by itself.
act_link() {
    setsid timeout -k 5 900 tailscale up >/dev/null 2>&1 </dev/null &
    fact result done
}
