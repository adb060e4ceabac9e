package dev.monsh.cloud;

/** Who a rule of a security group lets in. */
public sealed interface RuleSource {

    /** Returns it for people. */
    String text();

    /** The addresses of a block. */
    record Block(Cidr cidr) implements RuleSource {
        @Override
        public String text() {
            return cidr.text();
        }
    }

    /** What is named rather than given by addresses: another security group, or a prefix list. */
    record Named(String text) implements RuleSource {}

    /** Tells whether everyone is let in. */
    default boolean isWorld() {
        return this instanceof Block block && block.cidr().isWorld();
    }
}
