package dev.monsh.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a file, each with its line break; the last one may lack it. Equal lines have equal numbers. */
final class Lines {

    private final byte[] bytes;
    private final int[] starts;
    private final int[] numbers;

    private Lines(byte[] bytes, int[] starts, int[] numbers) {
        this.bytes = bytes;
        this.starts = starts;
        this.numbers = numbers;
    }

    /** Splits after each LF; {@code known} holds the numbers given so far, and is shared by files that are compared. */
    static Lines of(byte[] bytes, Map<String, Integer> known) {
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at < bytes.length; at = next(bytes, at)) {
            starts.add(at);
        }
        int[] numbers = new int[starts.size()];
        starts.add(bytes.length);
        int[] offsets = starts.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < numbers.length; i++) {
            String line = new String(bytes, offsets[i], offsets[i + 1] - offsets[i], StandardCharsets.ISO_8859_1);
            Integer number = known.putIfAbsent(line, known.size());
            numbers[i] = number == null ? known.size() - 1 : number;
        }
        return new Lines(bytes, offsets, numbers);
    }

    private static int next(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }

    int count() {
        return numbers.length;
    }

    int number(int line) {
        return numbers[line];
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return starts[line + 1];
    }

    /** Returns whether the last line has no line break. */
    boolean isOpen() {
        return bytes.length > 0 && bytes[bytes.length - 1] != '\n';
    }

    byte[] bytes() {
        return bytes;
    }
}
