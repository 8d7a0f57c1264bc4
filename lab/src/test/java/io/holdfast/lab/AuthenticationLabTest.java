package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Advertisements that prove who sent them (`vrrp.md` 1.8 and 1.9): a master dies, its backup takes over and gives way
/// when it returns, so that each router accepts what the other says after what it said itself. `auth_hmac` is younger
/// than the keepalived here.
@Tag("lab")
class AuthenticationLabTest {
    private static final Pair HOLDFAST = new Pair(Software.HOLDFAST, Software.HOLDFAST);
    private static final String KEY = "hex:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String OTHER_KEY = "a key of at least thirty-two bytes";

    @Peers
    void ahToTheGroup(Pair pair) {
        Instance instance = Instance.ah("s3cret").vip(Cell.VIP);
        Advert taken = failsOverAndBack(pair, instance, instance);
        assertThat(taken.authType()).isEqualTo(2);
        assertThat(taken.password()).isEmpty();
    }

    @Peers
    void ahToPeers(Pair pair) {
        Instance instance = Instance.ah("s3cret").vip(Cell.VIP);
        failsOverAndBack(pair, instance.with(peer("10.99.0.2")), instance.with(peer("10.99.0.1")));
    }

    @Peers
    void anotherPasswordOfAhIsNotListenedTo(Pair pair) {
        Instance strong = Instance.ah("s3cret").vip(Cell.VIP).priority(200);
        Instance deaf = Instance.ah("other").vip(Cell.VIP);
        try (Cell cell = Cell.open(pair)) {
            cell.startA(strong);
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.startB(deaf);
            cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);
        }
    }

    @Test
    void signedToTheGroup() {
        Instance instance = Instance.v3(1).vip(Cell.VIP).with(hmac(KEY, "enforce"));
        failsOverAndBack(HOLDFAST, instance, instance);
    }

    @Test
    void signedInVersionTwoToPeers() {
        Instance instance = Instance.v2("s3cret").vip(Cell.VIP).with(hmac(KEY, "enforce"));
        failsOverAndBack(HOLDFAST, instance.with(peer("10.99.0.2")), instance.with(peer("10.99.0.1")));
    }

    @Test
    void signedWithAKeyFromAFile() throws Exception {
        Path file = Files.createTempFile("vrrp", ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(file, OTHER_KEY + "\n");
            Instance instance = Instance.v3(1).vip(Cell.VIP);
            failsOverAndBack(HOLDFAST, instance.with(hmac("file:" + file, "enforce")),
                    instance.with(hmac("\"" + OTHER_KEY + "\"", "enforce")));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void oneThatEnforcesDoesNotListenToOneThatDoesNotSign() {
        Instance instance = Instance.v3(1).vip(Cell.VIP);
        try (Cell cell = Cell.open(HOLDFAST)) {
            cell.startA(instance.priority(200).with(hmac(KEY, "receive-only")));
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            Daemon second = cell.startB(instance.with(hmac(KEY, "enforce")));
            second.expectLine("(VI_51) packet from 10.99.0.1 refused, because it is not signed", Cell.PATIENCE);
            cell.b.expectHolds(Cell.VIP, true, Cell.PATIENCE);
        }
    }

    /// Signatures come into a group that has none, one router after the other.
    @Test
    void oneThatIsPermissiveListensToOneWithout() {
        Instance instance = Instance.v3(1).vip(Cell.VIP);
        try (Cell cell = Cell.open(HOLDFAST)) {
            cell.startA(instance.priority(200));
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            Instance permissive = instance.with(hmac(KEY, "permissive"));
            cell.standsBy(cell.startB(permissive), permissive);
            cell.onlyOneSpeaks(cell.a, cell.b, instance, 8);
        }
    }

    private static String[] hmac(String key, String mode) {
        return new String[] {"auth_hmac {", "key 7 " + key, "active_key 7", "mode " + mode, "}"};
    }

    private static String[] peer(String address) {
        return new String[] {"unicast_peer {", address, "}"};
    }

    private static Advert failsOverAndBack(Pair pair, Instance ofA, Instance ofB) {
        Instance strong = ofA.priority(200);
        try (Cell cell = Cell.open(pair)) {
            Daemon first = cell.startA(strong);
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.standsBy(cell.startB(ofB), ofB);
            cell.onlyOneSpeaks(cell.a, cell.b, strong, 3);

            int crash = cell.now();
            first.crash();
            Advert taken = cell.expectTakeoverByB(ofB, crash);

            cell.startA(strong);
            cell.b.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            cell.a.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            cell.onlyOneSpeaks(cell.a, cell.b, strong, 3);
            return taken;
        }
    }
}
