package dev.monsh.gateway.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.testing.NginxCorpus;
import dev.monsh.testing.RealNginx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lexer against the real nginx. */
class NginxGrammarIT {

    private RealNginx nginx;

    @BeforeEach
    void find(@TempDir Path folder) {
        nginx = RealNginx.in(folder);
    }

    @Test
    void the_lexer_agrees_with_nginx_on_every_file_that_was_made_for_it() throws Exception {
        List<String> differences = new ArrayList<>();
        for (NginxCorpus.Sample sample : NginxCorpus.all()) {
            RealNginx.Verdict verdict = nginx.test(sample.bytes());
            if (verdict.accepted() != sample.valid()
                    || verdict.accepted() != refusal(sample).isEmpty()) {
                differences.add(sample + ": nginx says " + verdict + ", monsh refuses at " + refusal(sample));
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void the_lexer_agrees_with_nginx_on_damaged_files() throws Exception {
        List<String> differences = new ArrayList<>();
        int decided = 0;
        for (NginxCorpus.Sample sample : NginxCorpus.damaged()) {
            RealNginx.Verdict verdict = nginx.test(sample.bytes());
            OptionalInt refusal = refusal(sample);
            boolean agreed =
                    verdict.accepted() ? refusal.isEmpty() : verdict.isAboutGrammar() ? refusal.isPresent() : true;
            boolean samePlace =
                    !verdict.complaint().startsWith("unexpected \"") || refusal.equals(OptionalInt.of(verdict.line()));
            decided += verdict.accepted() || verdict.isAboutGrammar() ? 1 : 0;
            if (!agreed || !samePlace) {
                differences.add(sample + ": nginx says " + verdict + ", monsh refuses at " + refusal);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(decided).isGreaterThan(NginxCorpus.damaged().size() / 4);
    }

    private static OptionalInt refusal(NginxCorpus.Sample sample) {
        try {
            NginxFile.parse("f", sample.bytes());
            return OptionalInt.empty();
        } catch (ConfigurationException e) {
            return OptionalInt.of(e.problems().getFirst().line());
        }
    }
}
