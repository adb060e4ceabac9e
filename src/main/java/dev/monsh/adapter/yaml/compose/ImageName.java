package dev.monsh.adapter.yaml.compose;

import dev.monsh.stack.Service;
import java.util.Optional;

/** A container image: {@code [REGISTRY/][PATH/]NAME[:TAG][@DIGEST]}. */
record ImageName(String image) {

    /** Returns the server that an image of this name holds, whoever publishes it. */
    Optional<Service> service() {
        int digest = image.indexOf('@');
        String tagged = digest < 0 ? image : image.substring(0, digest);
        String last = tagged.substring(tagged.lastIndexOf('/') + 1);
        int tag = last.indexOf(':');
        return Service.named(tag < 0 ? last : last.substring(0, tag));
    }
}
