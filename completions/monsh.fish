# fish completion for monsh: asks the program, which knows its commands and what the servers have.
# Load it with: monsh completion fish | source

function __monsh_complete
    set -l tokens (commandline -opc)
    $tokens[1] complete -- (commandline -cp) (commandline -ct) 2>/dev/null | string replace -r '\t[^\t]*$' ''
end
complete -c monsh -f -a '(__monsh_complete)'
