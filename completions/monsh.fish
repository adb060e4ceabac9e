# fish completion for monsh: asks the program, which knows its commands and what the servers have.
# Load it with: monsh completion fish | source

function __monsh_complete
    set -l tokens (commandline -opc)
    $tokens[1] complete -- (commandline -cp) 2>/dev/null | while read -l line
        set -l cells (string split \x1f -- $line)
        printf '%s\t%s\n' $cells[2] $cells[4]
    end
end
complete -c monsh -f -k -a '(__monsh_complete)'
