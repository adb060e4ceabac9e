package dev.monsh.gateway;

/** The file as it was before a change. */
public record FormerFile(JournalEntry change, byte[] bytes) {}
