package dev.monsh.adapter.http.client;

import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;

/** A server's answer, its body not read yet. */
public interface HttpAnswer extends Closeable {

    int status();

    /** Returns the text behind the status, or nothing. */
    String reason();

    Optional<String> header(String name);

    InputStream body();
}
