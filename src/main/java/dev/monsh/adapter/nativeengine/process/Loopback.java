package dev.monsh.adapter.nativeengine.process;

import java.net.URI;

/** The addresses where what was started here can be reached: on this machine and from nowhere else. */
public final class Loopback {

    private Loopback() {}

    /** Returns the host and port as a server's option wants it. */
    public static String address(int port) {
        return "127.0.0.1:" + port;
    }

    /** Returns the URL of a path, which begins with a slash or is empty. */
    public static URI url(int port, String path) {
        return URI.create("http://" + address(port) + path);
    }
}
