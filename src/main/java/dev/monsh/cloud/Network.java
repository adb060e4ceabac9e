package dev.monsh.cloud;

import java.util.Optional;

/**
 * Where an instance is put.
 *
 * @param id of the VPC
 * @param subnet one that was named; empty for EC2's choice among the default ones
 */
public record Network(String id, Optional<String> subnet) {}
