package dev.monsh.adapter.yaml.compose;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.edit.WholeFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Problem;
import dev.monsh.failure.ShellWord;
import dev.monsh.stack.InlineFile;
import dev.monsh.stack.ManualLayout;
import dev.monsh.stack.ServiceSource;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackFiles;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a stack's Compose file as Compose would, without Compose. */
public final class ComposeFileReader implements StackFiles {

    private final Map<String, String> environment;
    private final Path home;

    /** Takes the environment whose variables count before those of {@code .env}, and the home folder. */
    public ComposeFileReader(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    @Override
    public StackReading read(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Optional<Path> file = ComposeNames.file(absolute);
        return file.isPresent() ? read(absolute, file.get()) : withoutComposeFile(absolute);
    }

    private static StackReading withoutComposeFile(Path folder) {
        if (!Files.isDirectory(folder)) {
            String why = Files.exists(folder) ? "this is a file, not a folder" : "folder not found";
            throw new ConfigurationException(
                    List.of(new Problem(folder.toString(), 0, 0, why)),
                    Files.exists(folder) ? null : new NextStep.Text("monsh stack init " + ShellWord.of(folder)));
        }
        Optional<Problem> unusable = ComposeNames.unusable(folder);
        if (unusable.isPresent()) {
            throw new ConfigurationException(List.of(unusable.get()));
        }
        return ManualLayout.find(folder)
                .orElseThrow(() -> new ConfigurationException(
                        List.of(new Problem(
                                folder.toString(), 0, 0, "found neither a Compose file nor a server's configuration")),
                        "monsh stack init " + ShellWord.of(folder)));
    }

    @Override
    public StackReading read(Path folder, Path composeFile) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path file = absolute.resolve(composeFile).normalize();
        ComposeFaults faults = new ComposeFaults();
        Variables variables = variables(absolute, faults);
        ComposeValue merged = expanded(file, variables, faults);
        Optional<Path> override = ComposeNames.override(file);
        if (override.isPresent()) {
            merged = ServiceMerge.merge(merged, expanded(override.get(), variables, faults));
        }
        return stack(absolute, file, merged, variables, faults);
    }

    /**
     * Reads what Compose itself makes of a stack's files: {@code docker compose config}. The places in its text are not those
     * in the files, so the reading has none.
     *
     * @throws ConfigurationException where that text cannot be read either
     */
    public StackReading resolved(Path folder, String text) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path file = ComposeNames.file(absolute).orElse(absolute);
        ComposeFaults faults = new ComposeFaults();
        Variables variables = variables(absolute, faults);
        YamlDocument document = YamlDocument.parse("docker compose config", text.getBytes(StandardCharsets.UTF_8));
        ComposeValue root = new ComposeExpander(document, variables, faults).expand(document.root());
        StackReading reading = stack(absolute, file, root, variables, faults).sound();
        Problem whole = new Problem(file.toString(), 0, 0, "");
        List<InlineFile> inline =
                reading.inline().stream().map(each -> each.at(whole)).toList();
        return StackReading.plain(reading.stack()).with(reading.stack(), inline);
    }

    private Variables variables(Path folder, ComposeFaults faults) {
        Path file = folder.resolve(".env");
        Variables given = new Variables(environment, Map.of());
        return Files.isRegularFile(file)
                ? new Variables(environment, new DotEnvReader(given, faults).read(file))
                : given;
    }

    private static ComposeValue expanded(Path file, Variables variables, ComposeFaults faults) {
        List<YamlDocument> documents = YamlDocument.parseAll(file.toString(), bytes(file));
        documents.forEach(document -> document.problems().forEach(faults::fault));
        if (documents.isEmpty()) {
            throw new ConfigurationException(List.of(new Problem(file.toString(), 1, 1, "the file is empty")));
        }
        // Compose merges the documents of one file as it merges files
        ComposeValue merged = null;
        for (YamlDocument document : documents) {
            ComposeValue root = ServiceExtension.resolved(
                    new ComposeExpander(document, variables, faults).expand(document.root()), faults);
            merged = merged == null ? root : ServiceMerge.merge(merged, root);
        }
        return Objects.requireNonNull(merged);
    }

    private static byte[] bytes(Path file) {
        try {
            return WholeFile.read(file);
        } catch (IOException e) {
            throw FileFailure.of("read " + file, e);
        }
    }

    private StackReading stack(Path folder, Path file, ComposeValue root, Variables variables, ComposeFaults faults) {
        Optional<ComposeValue> include =
                root instanceof ComposeValue.Fields top ? top.find("include") : Optional.empty();
        include.ifPresent(value -> faults.elsewhere(value.problem("included files are not read")));
        if (!(root instanceof ComposeValue.Fields fields)
                || !(fields.find("services").orElse(root) instanceof ComposeValue.Fields named)
                || (fields.find("services").isEmpty() && include.isEmpty())) {
            throw new ConfigurationException(
                    List.of(root.problem("no services: a Compose file must have a mapping 'services'")));
        }
        Map<String, ComposeValue.Field> services = fields.find("services").isEmpty() ? Map.of() : named.fields();
        List<StackService> read = new ArrayList<>();
        List<InlineFile> inline = new ArrayList<>();
        List<ServiceSource> sources = new ArrayList<>();
        ServiceReader reader =
                new ServiceReader(folder, home, variables, faults, new ConfigReader(fields, folder, variables, faults));
        for (ComposeServices.Chosen service : new ComposeServices(services, variables, faults).chosen()) {
            ServiceReader.Read each = reader.read(service.name(), service.place(), service.fields());
            read.add(each.service());
            sources.add(each.source());
            inline.addAll(each.inline());
        }
        Optional<Problem> version =
                Optional.ofNullable(fields.fields().get("version")).map(ComposeValue.Field::key);
        return new StackReading(
                new Stack(folder, Optional.of(file), read),
                sources,
                inline,
                faults.notes(),
                version,
                faults.all(),
                faults.elsewhere());
    }
}
