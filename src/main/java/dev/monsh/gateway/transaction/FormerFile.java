package dev.monsh.gateway.transaction;

import dev.monsh.edit.Bytes;
import java.util.Optional;

/**
 * The file as it was before a change.
 *
 * @param companion what was changed together with it, as that was; empty where there was none
 */
public record FormerFile(JournalEntry change, Bytes bytes, Optional<Bytes> companion) {}
