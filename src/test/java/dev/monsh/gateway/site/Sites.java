package dev.monsh.gateway.site;

import dev.monsh.box.Box;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.nginx.NginxFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes sites for tests. */
public final class Sites {

    public static final List<Box> BOXES = List.of(box("odk04", "100.64.0.7"), box("aibox-2", "100.64.0.8"));

    private Sites() {}

    public static Box box(String name, String address) {
        return new Box(name, Optional.empty(), Map.of(), Optional.of(address));
    }

    public static GatewaySite of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static GatewaySite of(byte[] bytes) {
        return new GatewaySite(NginxFile.parse("site", bytes), List.of(), BOXES, Optional.empty());
    }

    public static GatewaySite withHost(String text, String host) {
        return new GatewaySite(of(text).file(), List.of(), BOXES, Optional.of(host));
    }

    public static GatewaySite with(String text, String... rest) {
        List<NginxFile> files = new java.util.ArrayList<>();
        for (String each : rest) {
            files.add(NginxFile.parse("other" + files.size(), each.getBytes(StandardCharsets.UTF_8)));
        }
        return new GatewaySite(of(text).file(), files, BOXES, Optional.empty());
    }

    public static String text(MappingChange change) {
        return text(change.after());
    }

    public static String text(NginxFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
