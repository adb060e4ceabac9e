package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.gateway.host.RemoteHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk that is full at every place where the gateway writes, and a file that arrives in part. */
class GatewayDiskIT extends GatewayCase {

    @Test
    void aDiskThatIsFullWhereTheFileArrivesChangesNothing() {
        List<Long> workers = lab.nginx().workers();
        UnreachableException failure = failure(
                UnreachableException.class,
                after,
                () -> lab.tools()
                        .fault("cat", "echo 'cat: write error: No space left on device' >&2; head -c 10; exit 1"));

        assertThat(failure).hasMessageContaining("No space left on device").hasMessageContaining("nothing was changed");
        assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertNothingChanged(workers);
    }

    @Test
    void aDiskThatIsFullForTheJournalChangesNothing() {
        List<Long> workers = lab.nginx().workers();
        Path small = lab.root().resolve("small");
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = new GatewayTransaction(host, lab.instance(small.resolve("state")));
            ChangePlan plan = plan(read(transaction), after);
            fill(small);

            assertThat(catchThrowableOfType(UnreachableException.class, () -> transaction.apply(plan)))
                    .hasMessageContaining("is the disk full?; nothing was changed");
        } finally {
            lab.inside("rm -rf " + small + "/*");
        }
        assertNothingChanged(workers);
    }

    @Test
    void aDiskThatIsFullBesideTheFileChangesNothing() {
        Path site = smallSite();
        String large = before + "# " + "x".repeat(30_000) + "\n";
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            GatewayReading reading = transaction.read(site.toString());
            fill(site.getParent());

            assertThat(catchThrowableOfType(
                            UnreachableException.class,
                            () -> transaction.apply(
                                    ChangePlan.of(reading.file(), Bytes.of(large), List.of(), "map add aibox-2"))))
                    .hasMessageContaining("No space left on device");
        }
        assertThat(lab.seen(site)).hasContent("# small\n");
        assertThat(lab.seen(site.getParent())).isDirectoryNotContaining("glob:**.monsh-*");
    }

    @Test
    void theOldFileIsPutBackAlsoWhenTheDiskIsFullByThen() {
        Path site = smallSite();
        try (RemoteHost host = connect()) {
            GatewayTransaction transaction = transaction(host);
            GatewayReading reading = transaction.read(site.toString());
            lab.tools()
                    .fault(
                            "nginx",
                            "case \"$*\" in *reload) dd if=/dev/zero of=" + site.resolveSibling("filler")
                                    + " bs=1k 2>/dev/null; echo 'nginx: [error] no' >&2; exit 1;; esac");

            assertThat(catchThrowableOfType(
                            RejectedException.class,
                            () -> transaction.apply(ChangePlan.of(
                                    reading.file(), Bytes.of("# other\n"), List.of(), "map add aibox-2"))))
                    .hasMessageContaining("runs with the old one again: nginx: [error] no");
        }
        assertThat(lab.seen(site)).hasContent("# small\n");
        assertThat(lab.seen(site.getParent())).isDirectoryNotContaining("glob:**.monsh-*");
    }

    @Test
    void aFileThatDoesNotArriveWholeIsNotUsed() {
        List<Long> workers = lab.nginx().workers();
        UnreachableException failure =
                failure(UnreachableException.class, after, () -> lab.tools().fault("cat", "head -c 10; exit 0"));

        assertThat(failure).hasMessageContaining("the file did not arrive complete; nothing was changed");
        assertNothingChanged(workers);
    }

    private Path smallSite() {
        Path site = lab.root().resolve("small/site.conf");
        lab.inside("echo '# small' >" + site);
        lab.nginx().force(before);
        return site;
    }

    private void fill(Path folder) {
        lab.inside("dd if=/dev/zero of=" + folder.resolve("filler") + " bs=1k 2>/dev/null || true");
    }
}
