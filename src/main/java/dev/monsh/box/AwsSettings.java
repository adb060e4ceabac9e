package dev.monsh.box;

import java.net.URI;
import java.util.Optional;

/**
 * What is needed to reach the gateway's account and security group in EC2.
 *
 * @param region empty for what the AWS SDK finds: {@code AWS_REGION}, the profile, the instance's own
 * @param profile of the shared credential files; empty for the SDK's own choice
 * @param endpoint where the services answer instead of Amazon's own addresses; empty for {@code AWS_ENDPOINT_URL} or those
 * @param imageParameter the SSM parameter that names the image of new gateways; <code>{architecture}</code> in it is
 *     {@code amd64} or {@code arm64}
 * @param addressService a URL whose answer is the caller's own address
 */
public record AwsSettings(
        Optional<String> region,
        Optional<String> profile,
        Optional<String> securityGroup,
        Optional<URI> endpoint,
        Optional<String> imageParameter,
        Optional<URI> addressService) {

    /** Nothing is configured: everything is as the SDK finds it. */
    public static final AwsSettings UNSET = new AwsSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
