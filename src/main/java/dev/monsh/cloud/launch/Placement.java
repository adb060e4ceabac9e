package dev.monsh.cloud.launch;

import dev.monsh.cloud.AccountView;
import dev.monsh.cloud.CloudNextStep;
import dev.monsh.cloud.MachineImage;
import dev.monsh.cloud.Network;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UsageException;
import org.jspecify.annotations.Nullable;

/** What EC2 is asked once for a launch: the network, and the image. */
final class Placement {

    private final AccountView account;
    private final LaunchRequest request;
    private @Nullable Network network;
    private @Nullable MachineImage image;

    Placement(AccountView account, LaunchRequest request) {
        this.account = account;
        this.request = request;
    }

    Network network() {
        if (network == null) {
            network = request.subnet().map(this::ofSubnet).orElseGet(this::usual);
        }
        return network;
    }

    private Network ofSubnet(String subnet) {
        return account.subnet(subnet)
                .orElseThrow(() -> new UsageException("subnet " + subnet, "not found in " + account.region()));
    }

    private Network usual() {
        return account.defaultNetwork()
                .orElseThrow(() -> new RejectedException(
                        "network",
                        account.region() + " has no default VPC; name a public subnet",
                        new CloudNextStep.ChooseSubnet()));
    }

    MachineImage image() {
        if (image == null) {
            image = request.image().map(this::named).orElseGet(this::ubuntu);
        }
        return image;
    }

    private MachineImage named(String id) {
        return account.image(id)
                .orElseThrow(() -> new UsageException("image " + id, "not found in " + account.region()));
    }

    private MachineImage ubuntu() {
        return account.ubuntu(account.architecture(request.typeOrUsual()));
    }
}
