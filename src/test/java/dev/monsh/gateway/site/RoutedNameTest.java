package dev.monsh.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutedNameTest {

    @ParameterizedTest
    @CsvSource({
        "gw.example,          gw.example",
        "GW.example,          203.0.113.5=GW.example",
        "203.0.113.5,         203.0.113.5",
        "a.example 203.0.113.5, 203.0.113.5",
        "a.example b.example, a.example",
        "*.example,           monsh.example",
        ".example,            example",
        "gw.*,                gw.monsh",
        "_,                   203.0.113.5",
        "'~^gw\\d+$',         203.0.113.5",
        "'~^gw$ gw.example',  gw.example",
    })
    void a_server_is_asked_under_a_name_that_it_takes(String names, String expected) {
        assertThat(new RoutedName(List.of(names.split(" "))).like("203.0.113.5"))
                .isEqualTo(expected.substring(expected.indexOf('=') + 1));
    }

    @ParameterizedTest
    @CsvSource({"*.example", ".example", "gw.*", "GW.Example", "gw.example"})
    void the_preferred_name_stays_where_the_server_takes_it(String name) {
        assertThat(new RoutedName(List.of(name)).like("gw.example")).isEqualTo("gw.example");
    }

    @Test
    void a_server_without_names_takes_any() {
        assertThat(new RoutedName(List.of()).like("x")).isEqualTo("x");
        assertThat(new RoutedName(List.of("[fd7a::7]")).like("fd7a::7")).isEqualTo("fd7a::7");
    }
}
