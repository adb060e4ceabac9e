package dev.monsh.adapter.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Reads small files one after the other into one buffer; the kernel's files do not know their sizes. */
final class ByteFile {

    /** process-exporter reads no more of a file. */
    private static final int LARGEST = 1024 * 1024;

    private byte[] bytes = new byte[8192];
    private int size;

    /** Reads a file into the buffer. */
    void read(String path) throws IOException {
        size = 0;
        try (FileInputStream in = new FileInputStream(path)) {
            int count = in.read(bytes, 0, bytes.length);
            while (count > 0 && size + count < LARGEST) {
                size += count;
                if (size == bytes.length) {
                    bytes = Arrays.copyOf(bytes, bytes.length * 4);
                }
                count = in.read(bytes, size, bytes.length - size);
            }
            size += Math.max(count, 0);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }
}
