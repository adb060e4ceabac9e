package dev.monsh.box;

import java.util.Optional;

/** What is needed to reach the gateway's security group in EC2. */
public record AwsSettings(Optional<String> region, Optional<String> profile, Optional<String> securityGroup) {}
