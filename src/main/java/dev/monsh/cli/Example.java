package dev.monsh.cli;

/** A call that works, and what it shows. */
public record Example(String call, String says) {}
