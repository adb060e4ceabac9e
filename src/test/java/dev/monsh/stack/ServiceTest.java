package dev.monsh.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void aServiceIsFoundByItsOwnAndByTheManualsName() {
        assertThat(Service.named("process-exporter")).contains(Service.PROCESS_EXPORTER);
        assertThat(Service.named("process_exporter")).contains(Service.PROCESS_EXPORTER);
        assertThat(Service.named("loki")).contains(Service.LOKI);
        assertThat(Service.named("Loki")).isEmpty();
        assertThat(Service.named("")).isEmpty();
    }
}
