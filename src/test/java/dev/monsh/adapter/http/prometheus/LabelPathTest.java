package dev.monsh.adapter.http.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelPathTest {

    @ParameterizedTest
    @CsvSource({
        "job, job",
        "__name__, __name__",
        "A_1, A_1",
        "my.label, U__my_2e_label",
        "a_b-c, U__a__b_2d_c",
        "größe, U__gr_f6__df_e",
        "a/b, U__a_2f_b",
        "日本, U___65e5__672c_",
        "🙂, U___1f642_",
        "'a b', U__a_20_b"
    })
    void namesThatAreNoIdentifiersAreEscapedAsPrometheus3Does(String name, String path) {
        assertThat(LabelPath.encode(name)).isEqualTo(path);
    }
}
