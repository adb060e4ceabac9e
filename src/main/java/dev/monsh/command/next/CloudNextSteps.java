package dev.monsh.command.next;

import dev.monsh.cloud.CloudNextStep;
import dev.monsh.failure.ShellWord;

/** The commands for what can be done about a gateway's machine. */
final class CloudNextSteps {

    private CloudNextSteps() {}

    static String text(CloudNextStep next) {
        return switch (next) {
            case CloudNextStep.Launch(String gateway) -> launch(gateway);
            case CloudNextStep.PlanLaunch(var gateway) ->
                gateway.map(CloudNextSteps::launch).orElse("monsh ec2 launch") + " --dry-run";
            case CloudNextStep.ChooseSubnet() -> "monsh ec2 launch --subnet SUBNET --dry-run";
            case CloudNextStep.ChooseGateway(String gateway) -> name(gateway);
            case CloudNextStep.SeeStatus(String gateway) -> "monsh ec2 status " + name(gateway);
            case CloudNextStep.Adopt(String instance, String gateway) ->
                "monsh ec2 adopt " + ShellWord.of(instance) + " " + name(gateway);
            case CloudNextStep.GiveAddress(String gateway) -> "`" + launch(gateway) + "` gives it one";
            case CloudNextStep.ReleaseAddress() -> "--release-address releases it";
            case CloudNextStep.UseOrDeleteKey(String keyPair) ->
                "--key " + ShellWord.of(keyPair) + ", or aws ec2 delete-key-pair --key-name " + ShellWord.of(keyPair);
            case CloudNextStep.CheckConfiguration() -> "monsh config check";
            case CloudNextStep.Open(int port) -> "monsh ec2 open " + port;
            case CloudNextStep.OpenRequired() -> "remove the rule and open the required ports: monsh ec2 open PORT";
            case CloudNextStep.OpenSingle() -> "open single ports instead: monsh ec2 open PORT";
            case CloudNextStep.Close(int port) -> "monsh ec2 close " + port;
            case CloudNextStep.OpenToMyself(int port) ->
                "monsh ec2 close " + port + " && monsh ec2 open " + port + " --from me";
        };
    }

    private static String launch(String gateway) {
        return "monsh ec2 launch " + name(gateway);
    }

    private static String name(String gateway) {
        return "--name " + ShellWord.of(gateway);
    }
}
