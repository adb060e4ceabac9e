package dev.monsh.process;

/** What costs another file a process to read, so that it is read only where it is wanted. */
public enum ProcessDetail {
    /** {@link RunningProcess#user()}. */
    USER,
    /** {@link RunningProcess#cgroups()}. */
    CGROUPS
}
