# bash completion for monsh: asks the program, which knows its commands and what the servers have.
# Load it with: source <(monsh completion bash)

_monsh() {
    local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} value whole
    COMPREPLY=()
    while IFS=$'\t' read -r value _ whole; do
        COMPREPLY+=("$value")
        [[ $whole == yes ]] || compopt -o nospace 2> /dev/null
    done < <("${COMP_WORDS[0]}" complete -- "$line" "$word" 2> /dev/null)
}
complete -F _monsh monsh ./monsh
