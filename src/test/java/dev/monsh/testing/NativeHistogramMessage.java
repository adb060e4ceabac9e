package dev.monsh.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A native histogram as a scrape target sends it: a delimited protobuf {@code MetricFamily}, encoded by hand (client_model,
 * io/prometheus/client/metrics.proto).
 *
 * <p>It has the name {@code latency}, 12 observations with the sum 18.4, schema 0 (a bucket a power of two), 2 observations
 * of zero, and 1, 2, 0, 3 and 4 of up to 1, 2, 4, 8 and 16.
 */
final class NativeHistogramMessage {

    private static final int HISTOGRAM_TYPE = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private NativeHistogramMessage() {}

    static byte[] delimited() {
        byte[] family = new NativeHistogramMessage()
                .text(1, "latency")
                .text(2, "How long it took.")
                .number(3, HISTOGRAM_TYPE)
                .message(4, metric())
                .toBytes();
        NativeHistogramMessage delimited = new NativeHistogramMessage();
        delimited.varint(family.length);
        delimited.bytes.writeBytes(family);
        return delimited.toBytes();
    }

    private static byte[] metric() {
        return new NativeHistogramMessage()
                .message(
                        1,
                        new NativeHistogramMessage()
                                .text(1, "path")
                                .text(2, "/a b")
                                .toBytes())
                .message(7, histogram())
                .toBytes();
    }

    private static byte[] histogram() {
        return new NativeHistogramMessage()
                .number(1, 12)
                .real(2, 18.4)
                .number(5, zigzag(0))
                .real(6, 0.001)
                .number(7, 2)
                .message(12, span(0, 2))
                .message(12, span(1, 2))
                // the first count, then the differences
                .number(13, zigzag(1))
                .number(13, zigzag(1))
                .number(13, zigzag(1))
                .number(13, zigzag(1))
                .toBytes();
    }

    private static byte[] span(int offset, int length) {
        return new NativeHistogramMessage()
                .number(1, zigzag(offset))
                .number(2, length)
                .toBytes();
    }

    private static long zigzag(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    private NativeHistogramMessage number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private NativeHistogramMessage real(int field, double value) {
        varint((long) field << 3 | 1);
        bytes.writeBytes(ByteBuffer.allocate(Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array());
        return this;
    }

    private NativeHistogramMessage text(int field, String value) {
        return message(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private NativeHistogramMessage message(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private byte[] toBytes() {
        return bytes.toByteArray();
    }
}
