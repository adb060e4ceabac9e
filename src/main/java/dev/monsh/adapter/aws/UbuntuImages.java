package dev.monsh.adapter.aws;

import static dev.monsh.adapter.aws.AwsFailures.calling;
import static dev.monsh.adapter.aws.AwsValues.filter;

import dev.monsh.cloud.MachineImage;
import dev.monsh.failure.RejectedException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Finds images. Canonical publishes the identifiers of its current ones as SSM parameters. */
final class UbuntuImages {

    private static final String PARAMETER =
            "/aws/service/canonical/ubuntu/server/22.04/stable/current/{architecture}/hvm/ebs-gp2/ami-id";
    private static final String CANONICAL = "099720109477";

    private final Ec2Client ec2;
    private final Supplier<SsmClient> ssm;
    private final Optional<String> configured;

    /** Takes the parameter to ask for instead of Canonical's. */
    UbuntuImages(Ec2Client ec2, Supplier<SsmClient> ssm, Optional<String> configured) {
        this.ec2 = ec2;
        this.ssm = ssm;
        this.configured = configured;
    }

    Optional<MachineImage> image(String id) {
        return calling(
                "ec2:DescribeImages",
                () -> ec2.describeImages(each -> each.filters(filter("image-id", id))).images().stream()
                        .map(AwsValues::image)
                        .findFirst());
    }

    /** Where the parameter is missing, or may not be read, the newest image by name will do. */
    MachineImage current(String architecture) {
        String parameter = configured.orElse(PARAMETER).replace("{architecture}", architecture);
        Optional<MachineImage> named = parameter(parameter).flatMap(this::image);
        if (named.isEmpty() && configured.isPresent()) {
            throw new RejectedException("ssm:GetParameter", "no image found with the parameter " + parameter);
        }
        return named.or(() -> newest(architecture))
                .orElseThrow(() -> new RejectedException(
                        "ec2:DescribeImages",
                        "no Ubuntu 22.04 image for " + architecture + " found; name one with --image",
                        "monsh ec2 launch --image ami-… --dry-run"));
    }

    private Optional<String> parameter(String name) {
        try (SsmClient client = ssm.get()) {
            return AwsValues.some(
                    client.getParameter(each -> each.name(name)).parameter().value());
        } catch (SdkException e) {
            if (AwsFailures.code(e).equals("ParameterNotFound")
                    || AwsFailures.code(e).equals("AccessDeniedException")) {
                return Optional.empty();
            }
            throw AwsFailures.failure("ssm:GetParameter", e);
        }
    }

    private Optional<MachineImage> newest(String architecture) {
        String name = "ubuntu/images/hvm-ssd*/ubuntu-jammy-22.04-" + architecture + "-server-*";
        return calling(
                "ec2:DescribeImages",
                () -> ec2
                        .describeImages(each ->
                                each.owners(CANONICAL).filters(filter("name", name), filter("state", "available")))
                        .images()
                        .stream()
                        .max(Comparator.comparing((Image image) -> AwsValues.text(image.creationDate())))
                        .map(AwsValues::image));
    }
}
