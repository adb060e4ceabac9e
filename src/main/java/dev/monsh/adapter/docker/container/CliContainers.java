package dev.monsh.adapter.docker.container;

import dev.monsh.json.JsonTree;
import dev.monsh.os.ProgramRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the docker program, which can reach engines in every way that a user has set up. */
record CliContainers(DockerCli cli, Duration timeout) implements ContainerSource {

    @Override
    public void ping() {
        run(List.of("ps", "--last", "1", "--quiet"));
    }

    @Override
    public List<Listed> list() {
        String columns = "{{.ID}}\t{{.Label \"" + Containers.PROJECT + ".working_dir\"}}\t{{.Label \""
                + Containers.ONE_OFF + "\"}}";
        List<Listed> listed = new ArrayList<>();
        ProgramRun.Ended output = run(
                List.of("ps", "--all", "--no-trunc", "--filter", "label=" + Containers.PROJECT, "--format", columns));
        for (String line : output.outText().lines().toList()) {
            String[] fields = line.split("\t", -1);
            if (fields.length > 2) {
                listed.add(new Listed(fields[0], fields[1], Boolean.parseBoolean(fields[2])));
            }
        }
        return listed;
    }

    @Override
    public List<JsonTree> inspect(List<String> ids) {
        List<String> words = new ArrayList<>(List.of("inspect", "--type", "container"));
        words.addAll(ids);
        ProgramRun.Ended inspected = cli.docker(timeout, words);
        if (!inspected.ok() && !inspected.errText().contains("No such container")) {
            throw new EngineFault(inspected).explain("docker inspect");
        }
        return Containers.parse(inspected.outText()).elements();
    }

    private ProgramRun.Ended run(List<String> words) {
        ProgramRun.Ended output = cli.docker(timeout, words);
        if (!output.ok()) {
            throw new EngineFault(output).explain("docker " + words.getFirst());
        }
        return output;
    }
}
