package dev.monsh.gateway.host;

import dev.monsh.edit.Bytes;

/** The file as it was before a change. */
public record FormerFile(JournalEntry change, Bytes bytes) {}
