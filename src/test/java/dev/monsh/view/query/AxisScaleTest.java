package dev.monsh.view.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 5, 0, 10, 2",
        "0, 7, 5, 0, 8, 2",
        "3, 10, 5, 0, 10, 2",
        "100, 110, 5, 100, 110, 2",
        "-5, 5, 5, -6, 6, 2",
        "-3, -1, 4, -3, -1, 0.5",
        "0, 0, 4, -1, 1, 0.5",
        "5, 5, 4, 4.5, 5.5, 0.5",
        "-5, -5, 4, -5.5, -4.5, 0.5",
        "0.1, 0.3, 2, 0, 0.4, 0.2"
    })
    void endsOnRoundNumbers(double least, double most, int labels, double low, double high, double step) {
        AxisScale scale = AxisScale.around(least, most, labels);
        assertThat(scale.low()).isCloseTo(low, within(1e-9));
        assertThat(scale.high()).isCloseTo(high, within(1e-9));
        assertThat(scale.step()).isCloseTo(step, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "5e-324, 5e-324",
        "0, 5e-324",
        "-1.7e308, 1.7e308",
        "1.7e308, 1.7e308",
        "1, 1.0000000000000002",
        "1e300, 1e301",
        "-1e-310, 1e-310",
        "1e15, 1000000000000001"
    })
    void everyValueHasAPlaceHoweverLargeOrSmall(double least, double most) {
        AxisScale scale = AxisScale.around(least, most, 4);
        assertThat(scale.high()).isGreaterThan(scale.low()).isFinite();
        assertThat(scale.step()).isPositive().isFinite();
        assertThat(scale.position(least)).isBetween(0.0, 1.0);
        assertThat(scale.position(most)).isBetween(scale.position(least), 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.797e308, 0, 1.797e308",
        "-1.797e308, 1.797e308, -1.797e308, 1.797e308",
        "-1.797e308, -1, -1.797e308, 0"
    })
    void theLargestNumbersAreTheEndsOfTheirAxis(double least, double most, double low, double high) {
        AxisScale scale = AxisScale.around(least, most, 4);
        assertThat(scale.tick(0, 17)).isEqualTo(high);
        assertThat(scale.tick(16, 17)).isEqualTo(low);
        assertThat(scale.position(low)).isZero();
        assertThat(scale.position(high)).isEqualTo(1);
        assertThat(scale.position(low / 2 + high / 2)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aPositionIsTheShareOfTheWay() {
        AxisScale scale = AxisScale.around(0, 10, 5);
        assertThat(scale.position(0)).isZero();
        assertThat(scale.position(2.5)).isEqualTo(0.25);
        assertThat(scale.position(10)).isEqualTo(1);
        assertThat(scale.position(99)).isEqualTo(1);
    }
}
