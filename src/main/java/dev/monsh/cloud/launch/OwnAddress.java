package dev.monsh.cloud.launch;

import dev.monsh.cloud.Cidr;

/** Finds the address under which the internet sees this machine. */
@FunctionalInterface
public interface OwnAddress {

    /**
     * Returns the block that holds only this machine's address.
     *
     * @throws dev.monsh.failure.UnreachableException where nobody tells it; the user has to give it
     */
    Cidr find();
}
