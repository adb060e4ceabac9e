#compdef monsh
# zsh completion for monsh: asks the program, which knows its commands and what the servers have.
# Load it with: source <(monsh completion zsh)

_monsh() {
    local value description whole
    local -a closed open closed_texts open_texts
    while IFS=$'\t' read -r value description whole; do
        if [[ $whole == yes ]]; then
            closed+=("$value") closed_texts+=("$value${description:+  -- $description}")
        else
            open+=("$value") open_texts+=("$value${description:+  -- $description}")
        fi
    done < <("${words[1]}" complete -- "$LBUFFER" "$PREFIX" 2> /dev/null)
    (( $#closed )) && compadd -Q -l -d closed_texts -a closed
    (( $#open )) && compadd -Q -S '' -l -d open_texts -a open
}
(( $+functions[compdef] )) && compdef _monsh monsh
