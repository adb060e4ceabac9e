package dev.monsh.command.next;

import dev.monsh.gateway.GatewayNextStep;

/** The commands for what can be done about a gateway. */
final class GatewayNextSteps {

    private static final String HARDEN = "monsh gateway harden";

    private GatewayNextSteps() {}

    static String text(GatewayNextStep next) {
        return switch (next) {
            case GatewayNextStep.Harden() -> HARDEN;
            case GatewayNextStep.HardenOrTest() -> HARDEN + ", or test it by hand";
            case GatewayNextStep.RestrictClients() -> HARDEN + " --auth USER, or --allow CIDR";
            case GatewayNextStep.RefuseOtherHosts() -> HARDEN + ", with gateway.public_host in the configuration";
            case GatewayNextStep.KeepWebPages() -> "--web-ui keeps Prometheus's own web pages reachable";
            case GatewayNextStep.ReadAboutPasswords() -> "monsh help gateway harden";
            case GatewayNextStep.ListMappings() -> "monsh gateway map list";
            case GatewayNextStep.AddMapping() -> "monsh gateway map add BOX";
            case GatewayNextStep.MovePort(int port) -> "monsh gateway map move " + port + " NEWPORT";
            case GatewayNextStep.SetTarget(int port, var host, var targetPort) ->
                "monsh gateway map set " + port + " " + host.orElse("IP") + ":"
                        + (targetPort.isPresent() ? targetPort.getAsInt() : "PORT");
            case GatewayNextStep.Check() -> "monsh gateway check";
            case GatewayNextStep.Audit() -> "monsh gateway audit";
            case GatewayNextStep.SeeHistory() -> "monsh gateway history";
            case GatewayNextStep.RollBack() -> "monsh gateway rollback";
        };
    }
}
