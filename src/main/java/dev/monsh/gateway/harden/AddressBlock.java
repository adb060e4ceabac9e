package dev.monsh.gateway.harden;

import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.UsageException;

/** The addresses of clients that are let in, as nginx's {@code allow} takes them: {@code ADDRESS} or {@code ADDRESS/BITS}. */
public record AddressBlock(String text) {

    /** Takes what {@link #parse} would; throws {@link UsageException}. */
    public AddressBlock {
        require("address", text);
    }

    /** Reads a block that a person gave; throws {@link UsageException} naming where. */
    public static AddressBlock parse(String where, String text) {
        require(where, text);
        return new AddressBlock(text);
    }

    private static void require(String where, String text) {
        int slash = text.indexOf('/');
        TailnetAddress address = TailnetAddress.parse(where, slash < 0 ? text : text.substring(0, slash));
        int most = address.text().indexOf(':') >= 0 ? 128 : 32;
        boolean bits = slash < 0
                || (text.substring(slash + 1).matches("[0-9]{1,3}")
                        && Integer.parseInt(text.substring(slash + 1)) <= most);
        if (!bits) {
            throw new UsageException(where + " '" + text + "'", "must be ADDRESS or ADDRESS/BITS, at most " + most);
        }
    }
}
