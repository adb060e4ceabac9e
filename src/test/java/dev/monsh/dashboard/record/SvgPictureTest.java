package dev.monsh.dashboard.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.frame.FrameView;
import dev.monsh.dashboard.frame.Look;
import dev.monsh.testing.SampleDashboard;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture of the README is a frame that the program has made. */
class SvgPictureTest {

    private static final Path PICTURE = Path.of("docs", "top.svg");

    private static Frame frame() {
        Look look = new Look(true, true, ZoneOffset.UTC);
        return new FrameView(look).of(SampleDashboard.busy(110, 34).state());
    }

    @Test
    void thePictureOfTheReadmeIsTheFrameOfTheSampleBox() throws IOException {
        String made = SvgPicture.of(frame());
        if (!Files.exists(PICTURE) || !Files.readString(PICTURE).equals(made)) {
            Files.writeString(Files.createDirectories(Path.of("target")).resolve("top.svg"), made);
        }
        assertThat(PICTURE)
                .as("the new one is target/top.svg; look at it, and copy it where the change is meant")
                .hasContent(made);
    }

    @Test
    void everyTextOfTheFrameIsInItAndItIsWellFormed() throws Exception {
        Frame frame = frame();
        DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        NodeList texts = builder.parse(new InputSource(new StringReader(SvgPicture.of(frame))))
                .getElementsByTagName("text");
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.getLength(); i++) {
            all.append(texts.item(i).getTextContent());
        }
        assertThat(all.toString().replace(" ", ""))
                .isEqualTo(frame.text().replace(" ", "").replace("\n", ""));
    }
}
