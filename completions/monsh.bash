# bash completion for monsh: asks the program, which knows its commands and what the servers have.
# Load it with: source <(monsh completion bash)

_monsh() {
    local line=${COMP_LINE:0:COMP_POINT} cur=${COMP_WORDS[COMP_CWORD]} quoted= rest whole
    # bash completes behind an opening quote, and begins a new word at = and :
    case $cur in
        [\'\"]*) cur=${cur:1} quoted=yes ;;
        = | :) cur= ;;
    esac
    COMPREPLY=()
    while IFS=$'\x1f' read -r rest _ _ _ whole; do
        COMPREPLY+=("$cur$rest")
        [[ $whole == yes ]] || compopt -o nospace 2> /dev/null
        # bash would close the quote after the only candidate; what an expression goes on with belongs inside
        [[ $whole == yes || -z $quoted ]] || COMPREPLY+=("$cur$rest ")
    done < <("${COMP_WORDS[0]}" complete -- "$line" 2> /dev/null)
}
complete -o nosort -F _monsh monsh ./monsh 2> /dev/null || complete -F _monsh monsh ./monsh
