package dev.monsh.gateway.nginx;

/** What a file or a block consists of. */
public sealed interface Item permits Comment, Directive {

    /** Returns the offset of its first byte. */
    int start();

    /** Returns the offset after its last byte. */
    int end();
}
