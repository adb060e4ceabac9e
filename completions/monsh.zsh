#compdef monsh
# zsh completion for monsh: asks the program, which knows its commands and what the servers have.
# Load it with: source <(monsh completion zsh)

_monsh() {
    local line=$LBUFFER rest shown description whole
    # zsh takes an open quote out of the line
    [[ -z $QIPREFIX || $line == *$QIPREFIX$PREFIX ]] || line=${line%"$PREFIX"}$QIPREFIX$PREFIX
    local -a closed open closed_texts open_texts
    while IFS=$'\x1f' read -r rest _ shown description whole; do
        if [[ $whole == yes ]]; then
            closed+=("$PREFIX$rest") closed_texts+=("$shown${description:+  -- $description}")
        else
            open+=("$PREFIX$rest") open_texts+=("$shown${description:+  -- $description}")
        fi
    done < <("${words[1]}" complete -- "$line" 2> /dev/null)
    (( $#closed )) && compadd -Q -U -V monsh -l -d closed_texts -a closed
    (( $#open )) && compadd -Q -U -V monsh -S '' -l -d open_texts -a open
}
# a shell without its completion system gets it
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -u }
compdef _monsh monsh
