package dev.monsh.cloud.launch;

import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.cloud.Gateway;
import dev.monsh.cloud.GatewayTag;
import dev.monsh.cloud.KeyPair;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import java.util.List;
import java.util.Optional;

/** The key that may log in. An instance that exists keeps the one it has. */
final class KeyStep implements GatewayStep {

    private final CloudAccount account;
    private final LoginKey key;

    KeyStep(CloudAccount account, LoginKey key) {
        this.account = account;
        this.key = key;
    }

    @Override
    public String name() {
        return "key pair";
    }

    /** Returns the name that a new instance is to have its key by. */
    static String nameOf(LoginKey key, String gateway) {
        return key instanceof LoginKey.Named(String name) ? name : GatewayTag.resourceName(gateway);
    }

    @Override
    public StepLook look(Gateway gateway) {
        if (gateway.instance().isPresent()) {
            return new StepLook.Done(
                    gateway.instance().get().keyName().orElse("the instance was launched without a key pair"));
        }
        return switch (key) {
            case LoginKey.None(String why) -> throw new UsageException("key", why, "ssh-keygen -t ed25519");
            case LoginKey.Named(String name) -> named(name);
            case LoginKey.Imported imported -> imported(gateway, imported);
        };
    }

    private StepLook named(String name) {
        List<String> names = account.keyPairs().stream().map(KeyPair::name).toList();
        if (!names.contains(name)) {
            throw new UsageException(
                    "key pair " + name,
                    "not found in " + account.region()
                            + (names.isEmpty() ? "" : "; it has " + String.join(", ", names)));
        }
        return new StepLook.Done(name);
    }

    private StepLook imported(Gateway gateway, LoginKey.Imported imported) {
        String name = nameOf(key, gateway.name());
        Optional<KeyPair> existing = gateway.key()
                .or(() -> account.keyPairs().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
        if (existing.isEmpty()) {
            return new StepLook.Needed("import " + imported.file() + " as " + name);
        }
        boolean other = existing.get()
                .publicKey()
                .filter(text -> !LoginKey.Imported.bare(text).equals(LoginKey.Imported.bare(imported.text())))
                .isPresent();
        if (other) {
            throw new ConflictException(
                    "key pair " + existing.get().name(),
                    "contains a different key from " + imported.file() + "; use that one, or delete it",
                    new CloudNextStep.UseOrDeleteKey(existing.get().name()));
        }
        return new StepLook.Done(existing.get().name());
    }

    @Override
    public void act(Gateway gateway) {
        if (key instanceof LoginKey.Imported imported) {
            account.importKey(nameOf(key, gateway.name()), imported.text(), GatewayTag.of(gateway.name()));
        }
    }
}
