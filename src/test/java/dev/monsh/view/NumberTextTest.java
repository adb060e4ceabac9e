package dev.monsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0.0, 0", "1, 1", "-1.5, -1.5", "0.25, 0.25", "0.0012, 0.0012", "0.001, 0.001", "0.0009, 9.00e-04",
        "12.34, 12.3", "123.4, 123", "999.4, 999", "999.5, 1k", "1000, 1k", "1234, 1.23k", "-1234, -1.23k",
                "12345, 12.3k",
        "1e6, 1M", "2.5e9, 2.5G", "1e12, 1T", "1e15, 1P", "1e18, 1E", "1e21, 1.00e+21", "1.7e308, 1.70e+308",
                "100, 100",
        "9.999, 10", "5e-324, 4.90e-324", "NaN, NaN", "Infinity, Infinity"
    })
    void threeDigitsAndAPrefix(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1000005, 5, 1000005",
        "1000000, 500000, 1M",
        "1.005, 0.005, 1.005",
        "0, 0.001, 0",
        "150, 50, 150",
        "-1000005, 5, -1000005",
        "20.5, 0.5, 20.5",
        "1e18, 1, 1E",
        "0.3, 0.1, 0.3"
    })
    void asManyDigitsAsTheStepNeeds(double value, double step, String text) {
        assertThat(NumberText.of(value, step)).isEqualTo(text);
    }
}
