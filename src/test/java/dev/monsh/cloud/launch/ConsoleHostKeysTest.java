package dev.monsh.cloud.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleHostKeysTest {

    private static final String ED25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIJ7IVLz8ZxnXGUEkDSUvXU0rAlBTZ8dWV7wuhUVQkKfE";
    private static final String BEGIN = "-----BEGIN SSH HOST KEY KEYS-----\r\n";
    private static final String END = "-----END SSH HOST KEY KEYS-----\r\n";

    @Test
    void keysAreFoundAmongOtherLines() {
        String console = "[    0.0] Linux version 6.8\r\n" + BEGIN + "[   14.1] ssh-ed25519 " + ED25519
                + " root@ip-172-31-0-9\r\n[   14.2] systemd[1]: Started\r\n" + END + "login: ";
        assertThat(ConsoleHostKeys.in(console)).containsExactly(new HostKey("ssh-ed25519", ED25519));
    }

    @Test
    void aBlockThatIsNotCompleteHasNoKeysYet() {
        assertThat(ConsoleHostKeys.in(BEGIN + "ssh-ed25519 " + ED25519 + "\r\n"))
                .isEmpty();
        assertThat(ConsoleHostKeys.in("")).isEmpty();
    }

    @Test
    void aKeyOfAnotherTypeThanItSaysIsDamaged() {
        assertThat(ConsoleHostKeys.in(BEGIN + "ssh-rsa " + ED25519 + "\r\nssh-ed25519 AAAAC3Nz\r\n" + END))
                .isEmpty();
    }

    @Test
    void afterANewStartTheNewestBlockCounts() {
        String other = ED25519.replace("QkKfE", "QkKfA");
        String console =
                BEGIN + "ssh-ed25519 " + ED25519 + "\r\n" + END + BEGIN + "ssh-ed25519 " + other + "\r\n" + END;
        assertThat(ConsoleHostKeys.in(console)).containsExactly(new HostKey("ssh-ed25519", other));
    }
}
