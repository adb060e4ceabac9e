package dev.monsh.gateway.site;

import dev.monsh.box.Box;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.gateway.nginx.NginxFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code nginx -T} prints: each file after the line {@code # configuration file PATH:}, with a line end behind it. */
public final class ConfigurationDump {

    private static final Pattern HEAD = Pattern.compile("^# configuration file (/[^\n]*):\n", Pattern.MULTILINE);

    private record Section(String path, String raw) {}

    private final List<Section> sections = new ArrayList<>();

    /** Splits a dump. A comment that looks like a head line would split a file in two; no part of it is ever written. */
    public ConfigurationDump(byte[] dump) {
        String text = new String(dump, StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(text);
        boolean more = head.find();
        while (more) {
            String path = head.group(1);
            int start = head.end();
            more = head.find();
            String raw = text.substring(start, more ? head.start() : text.length());
            sections.add(new Section(path, raw.endsWith("\n") ? raw.substring(0, raw.length() - 1) : raw));
        }
    }

    /** Returns the path of nginx's main file, which a dump begins with. */
    public Optional<String> mainFile() {
        return sections.stream().map(Section::path).findFirst();
    }

    /**
     * Returns a file of the dump as the site, with all the others around it. It is found by its name or, since nginx names the
     * link in {@code sites-enabled}, by its content; its name is the one of the dump.
     *
     * @param path the file as the user knows it
     * @param real the file behind all links
     * @throws ConfigurationException where a file can't be read
     */
    public GatewaySite site(String path, String real, byte[] bytes, List<Box> boxes, Optional<String> publicHost) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        Section own = sections.stream()
                .filter(each -> each.path().equals(path) || each.path().equals(real))
                .findFirst()
                .or(() ->
                        sections.stream().filter(each -> each.raw().equals(raw)).findFirst())
                .orElse(new Section(path, raw));
        List<NginxFile> rest = sections.stream()
                .filter(each -> !each.equals(own))
                .map(each -> NginxFile.parse(each.path(), each.raw().getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
        int position = sections.contains(own) ? sections.indexOf(own) : rest.size();
        return new GatewaySite(NginxFile.parse(own.path(), bytes), rest, position, boxes, publicHost, Set.of());
    }
}
