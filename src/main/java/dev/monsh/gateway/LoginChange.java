package dev.monsh.gateway;

/** A new password, and the file that will have its hash. */
public record LoginChange(NewLogin login, CompanionFile file) {}
