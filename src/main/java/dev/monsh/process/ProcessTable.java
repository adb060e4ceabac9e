package dev.monsh.process;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import java.util.Set;

/** Where the processes of a machine can be read. */
public interface ProcessTable {

    /**
     * Reads the processes of this moment. One that ends while it is read is left out.
     *
     * @param details what is wanted beyond pid, ppid, comm, argv and start time
     * @throws UnreachableException when the table cannot be read
     * @throws RejectedException when what was read is not a process table
     */
    ProcessSnapshot read(Set<ProcessDetail> details);
}
