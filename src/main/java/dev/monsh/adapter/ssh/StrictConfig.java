package dev.monsh.adapter.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import dev.monsh.adapter.ssh.knownhosts.KnownHosts;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;

/** The algorithms of today's OpenSSH; those that it has given up are not offered, and a key that is known is asked for first. */
final class StrictConfig extends DefaultConfig {

    StrictConfig(KnownHosts known) {
        setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        setKeyAlgorithms(hostKeys(known));
    }

    @Override
    protected void initKeyExchangeFactories() {
        setKeyExchangeFactories(List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                DHGroups.Group16SHA512(),
                DHGroups.Group18SHA512(),
                DHGroups.Group14SHA256(),
                new ExtInfoClientFactory()));
    }

    @Override
    protected void initCipherFactories() {
        setCipherFactories(List.of(
                GcmCiphers.AES128GCM(),
                GcmCiphers.AES256GCM(),
                ChachaPolyCiphers.CHACHA_POLY_OPENSSH(),
                BlockCiphers.AES128CTR(),
                BlockCiphers.AES192CTR(),
                BlockCiphers.AES256CTR()));
    }

    @Override
    protected void initMACFactories() {
        setMACFactories(List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512()));
    }

    private static List<Factory.Named<KeyAlgorithm>> hostKeys(KnownHosts known) {
        List<Factory.Named<KeyAlgorithm>> wanted = new ArrayList<>();
        List<Factory.Named<KeyAlgorithm>> others = new ArrayList<>();
        if (known.hasAuthority()) {
            wanted.add(KeyAlgorithms.EdDSA25519CertV01());
            wanted.add(KeyAlgorithms.ECDSASHANistp256CertV01());
            wanted.add(KeyAlgorithms.ECDSASHANistp384CertV01());
            wanted.add(KeyAlgorithms.ECDSASHANistp521CertV01());
        }
        add(known, "ssh-ed25519", wanted, others, List.of(KeyAlgorithms.EdDSA25519()));
        add(known, "ecdsa-sha2-nistp256", wanted, others, List.of(KeyAlgorithms.ECDSASHANistp256()));
        add(known, "ecdsa-sha2-nistp384", wanted, others, List.of(KeyAlgorithms.ECDSASHANistp384()));
        add(known, "ecdsa-sha2-nistp521", wanted, others, List.of(KeyAlgorithms.ECDSASHANistp521()));
        add(known, "ssh-rsa", wanted, others, List.of(KeyAlgorithms.RSASHA512(), KeyAlgorithms.RSASHA256()));
        wanted.addAll(others);
        return wanted;
    }

    private static void add(
            KnownHosts known,
            String type,
            List<Factory.Named<KeyAlgorithm>> wanted,
            List<Factory.Named<KeyAlgorithm>> others,
            List<Factory.Named<KeyAlgorithm>> algorithms) {
        (known.keyTypes().contains(type) ? wanted : others).addAll(algorithms);
    }
}
