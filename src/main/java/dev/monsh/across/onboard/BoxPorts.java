package dev.monsh.across.onboard;

import java.util.List;

/** The public ports of a box. */
public record BoxPorts(int prometheus, int loki) {

    List<Integer> list() {
        return List.of(prometheus, loki);
    }

    @Override
    public String toString() {
        return prometheus + " and " + loki;
    }
}
