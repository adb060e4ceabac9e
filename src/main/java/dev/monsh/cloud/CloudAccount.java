package dev.monsh.cloud;

import java.util.Map;

/**
 * An account in one region, with the rights to change it. Nothing here looks first or waits: that is for the steps. What
 * {@link AccountView} throws is thrown here, and {@link dev.monsh.failure.ConflictException} where something is in use
 * or a limit of the account is reached.
 */
public interface CloudAccount extends AccountView, AutoCloseable {

    /** Sets tags on anything that has an identifier. */
    void tag(String id, Map<String, String> tags);

    /** Makes a security group without inbound rules and returns its identifier. */
    String createGroup(String name, String network, String description, Map<String, String> tags);

    /** Adds an inbound rule; one that is there already, whatever its description, is left as it is. */
    void allow(InboundRule rule, Map<String, String> tags);

    /** Gives an inbound rule another description. */
    void describe(InboundRule rule, String description);

    /** Removes an inbound rule; one that is gone already is none to worry about. */
    void revoke(InboundRule rule);

    /** Deletes a security group that nothing uses. */
    void deleteGroup(String id);

    /** Imports a public key, given as OpenSSH writes it. */
    void importKey(String name, String publicKey, Map<String, String> tags);

    /** Deletes a key pair. Instances keep the key. */
    void deleteKey(String name);

    /** Starts a new instance and returns it as EC2 first knows it. */
    Instance run(NewInstance instance);

    /** Starts an instance that is stopped. */
    void start(String instance);

    /** Ends an instance for good. */
    void terminate(String instance);

    /** Takes an address for the account. */
    void allocate(Map<String, String> tags);

    /** Gives an address to an instance, away from nobody. */
    void associate(ElasticAddress address, String instance);

    /** Takes an address from whatever has it. */
    void disassociate(ElasticAddress address);

    /** Gives an address back to Amazon, who may hand it to somebody else at once. */
    void release(ElasticAddress address);

    @Override
    void close();
}
