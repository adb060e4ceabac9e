package dev.monsh.adapter.ssh.knownhosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first field of known_hosts, as sshd(8) describes it. */
class HostPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a.example a.example true",
                "A.Example a.example true",
                "a.example b.example false",
                "b.example,a.example a.example true",
                "*.example a.example true",
                "*.example example false",
                "a?.example a1.example true",
                "a?.example a.example false",
                "* anything true",
                "[h]:2222 [h]:2222 true",
                "[h]:2222 h false",
                "[*]:2222 [h]:2222 true",
                "[h]:22?2 [h]:2222 true",
                "a.b a-b false",
                "!a.example a.example false",
                "!a.example b.example false",
                "*,!a.example a.example false",
                "!a.example,* a.example false",
                "*,!a.example b.example true",
                "*,!*.example b.example false",
                "*a*b*c xaxbxc true",
                "*a*b*c xaxcxb false",
                "|1|damaged a.example false",
                "|1|!!|!! a.example false",
            })
    void aHostMatchesAPattern(String pattern, String host, boolean matches) {
        assertThat(new HostPattern(pattern).matches(host)).isEqualTo(matches);
    }

    /** Made by {@code ssh-keygen -H} for {@code gateway.example}. */
    @ParameterizedTest
    @CsvSource({"gateway.example, true", "gateway2.example, false"})
    void aHashedNameIsThatHostAlone(String host, boolean matches) {
        assertThat(new HostPattern("|1|NkuMfA0HGQ66dMAZ5b0WbU295rg=|EgDLS/WtZ45eh7HwUWYVBUJUdnw=").matches(host))
                .isEqualTo(matches);
    }
}
