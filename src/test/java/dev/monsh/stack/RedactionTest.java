package dev.monsh.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSWORD",
                "GF_ADMIN_PASSWORD",
                "password",
                "API_TOKEN",
                "bearer_token",
                "CLIENT_SECRET",
                "secretKey",
                "AWS_ACCESS_KEY",
                "APIKEY",
                "key",
                "credentials",
                "SIGNING_KEY",
                "PASSPHRASE"
            })
    void namesOfSecretsAreKnown(String name) {
        assertThat(Redaction.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LEVEL",
                "KEYBOARD",
                "monkey",
                "password_file",
                "credentials_file",
                "TOKEN_FILE",
                "keyspace",
                "path"
            })
    void otherNamesAndFilesWithSecretsAreShown(String name) {
        assertThat(Redaction.isSecret(name)).isFalse();
    }

    @Test
    void urlsAreShownWithoutTheirUsers() {
        assertThat(Redaction.shown("http://me:word@host/x and https://h")).isEqualTo("http://host/x and https://h");
    }

    @Test
    void optionsThatMayBeSecretAreHidden() {
        assertThat(Redaction.word("--web.auth-token=abc")).isEqualTo("--web.auth-token=(hidden)");
        assertThat(Redaction.word("-config.file=/etc/x")).isEqualTo("-config.file=/etc/x");
    }
}
