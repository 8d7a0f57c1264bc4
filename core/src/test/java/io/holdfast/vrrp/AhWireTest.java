package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Verdict.Accepted;
import io.holdfast.vrrp.Verdict.Refused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `vrrp.md` 1.8 and checks 1, 9 and 10 of 2.2, against what keepalived sends.
class AhWireTest {
    private static final IpAddress A = IpAddress.literal("192.0.2.1");
    private static final IpAddress B = IpAddress.literal("192.0.2.2");
    private static final IpAddress GROUP = IpAddress.literal("224.0.0.18");
    private static final VrrpState BACKUP = new VrrpState.Backup(100, Duration.ofSeconds(1), MonoTime.ofMicros(0),
            VrrpState.Patience.MASTER_DOWN, MonoTime.ofMicros(3_609_375), Optional.empty(), Optional.empty(),
            Optional.empty());
    private static final int IP = 20;

    private final SecurityAssociation association = SecurityAssociation.of(ours().spec());
    private final AdvertChecks checks = new AdvertChecks(ours().spec(), association);

    private static Specs ours() {
        return Specs.vrrp().authentication(Authentication.Ah.of("s3cret"));
    }

    private static Specs ours(String... peers) {
        return ours().unicast(peers);
    }

    private static byte[] nth(int n, Specs specs, IpAddress to, int priority) {
        OutgoingAdvert advert = new OutgoingAdvert(specs.spec(), A, to);
        for (int i = 1; i < n; i++) {
            advert.next(200, i);
        }
        ByteBuffer packet = advert.next(priority, n);
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        return bytes;
    }

    private Verdict check(byte[] packet) {
        return checks.check(ByteBuffer.wrap(packet), BACKUP, 0);
    }

    private static byte[] with(String vector, int at, int value) {
        byte[] packet = Vectors.packet(vector);
        packet[at] = (byte) value;
        return packet;
    }

    @Test
    void encodesWhatKeepalivedSends() {
        assertThat(nth(1, ours(), GROUP, 200)).isEqualTo(Vectors.packet(Vectors.T4));
        assertThat(nth(4, ours(), GROUP, 0)).isEqualTo(Vectors.packet(Vectors.T5));
        assertThat(nth(1, ours("192.0.2.2"), B, 200)).isEqualTo(Vectors.packet(Vectors.T6));
    }

    @Test
    void acceptsWhatKeepalivedSendsOnceAndInOrder() {
        assertThat(check(Vectors.packet(Vectors.T4)))
                .isEqualTo(new Accepted(new Advert(A, 200, Duration.ofSeconds(1)), true, true, false, 0));
        assertThat(check(Vectors.packet(Vectors.T4))).isEqualTo(new Refused(Refusal.AH_REPLAY));
        assertThat(check(Vectors.packet(Vectors.T5))).isInstanceOf(Accepted.class);
        assertThat(check(Vectors.packet(Vectors.T4))).isEqualTo(new Refused(Refusal.AH_REPLAY));
    }

    @Test
    void unicastLeavesTheTtlOutAndMulticastDoesNot() {
        VrrpSpec unicast = ours("192.0.2.1").spec();
        AdvertChecks fromPeers = new AdvertChecks(unicast, SecurityAssociation.of(unicast));

        assertThat(fromPeers.check(ByteBuffer.wrap(with(Vectors.T6, 8, 61)), BACKUP, 0)).isInstanceOf(Accepted.class);
        assertThat(check(Vectors.packet(Vectors.T6))).isEqualTo(new Refused(Refusal.AH_ICV));
    }

    @Test
    void everyByteThatCountsIsCovered() {
        byte[] whole = Vectors.packet(Vectors.T4);
        for (int i = IP; i < whole.length; i++) {
            byte[] forged = whole.clone();
            forged[i] ^= 0x40;
            assertThat(check(forged)).as("byte %d", i).isInstanceOf(Refused.class);
        }
        assertThat(check(whole)).isInstanceOf(Accepted.class);
    }

    @Test
    void whatRoutersAndTheKernelChangeIsNotCovered() {
        byte[] packet = with(Vectors.T4, 1, 0);
        packet[6] = 0x40;
        packet[10] = 0;

        assertThat(check(packet)).isInstanceOf(Accepted.class);
    }

    @Test
    void anotherPasswordIsAnotherKey() {
        VrrpSpec other = ours().authentication(Authentication.Ah.of("s3cre")).spec();

        assertThat(new AdvertChecks(other, SecurityAssociation.of(other))
                .check(Vectors.buffer(Vectors.T4), BACKUP, 0)).isEqualTo(new Refused(Refusal.AH_ICV));
    }

    @Test
    void theHeaderHasToBeThereExactlyWithAh() {
        VrrpSpec plain = Specs.vrrp().spec();

        assertThat(new AdvertChecks(plain, SecurityAssociation.of(plain))
                .check(Vectors.buffer(Vectors.T4), BACKUP, 0)).isEqualTo(new Refused(Refusal.AUTH_HEADER));
        assertThat(check(Vectors.packet(Vectors.T1))).isEqualTo(new Refused(Refusal.AUTH_HEADER));
    }

    @Test
    void whatFollowsTheHeaderHasToBeVrrp() {
        assertThat(check(with(Vectors.T4, IP, 4))).isEqualTo(new Refused(Refusal.AH_CONTENT));
    }

    /// Signed with the right key, so that only the SPI is wrong.
    @Test
    void theSpiHasToBeTheSource() {
        byte[] forged = Vectors.packet(Vectors.T4);
        forged[IP + 7] = 9;
        new AhWire(new MacKey(MacKey.Algorithm.MD5, new Authentication.Password("s3cret").field()), false)
                .close(ByteBuffer.wrap(forged), 1);

        assertThat(check(forged)).isEqualTo(new Refused(Refusal.AH_SPI));
    }

    @ParameterizedTest
    @ValueSource(strings = {Vectors.T4, Vectors.T5})
    void refusesATruncatedPacketAtEveryLength(String vector) {
        byte[] whole = Vectors.packet(vector);
        for (int length = 0; length < whole.length; length++) {
            assertThat(AdvertWire.decode(ByteBuffer.wrap(Arrays.copyOf(whole, length))))
                    .as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void ourOwnNumbersGoOnWhereTheMasterWasLastHeard() {
        check(Vectors.packet(Vectors.T5));

        assertThat(association.next(0)).isEqualTo(5);
        assertThat(association.next(0)).isEqualTo(6);
    }

    @Test
    void numbersSurviveAReload() {
        check(Vectors.packet(Vectors.T5));
        VrrpSpec changed = ours().authentication(Authentication.Ah.of("other")).spec();

        assertThat(association.reconfigured(changed).next(0)).isEqualTo(5);
        assertThat(association.reconfigured(Specs.vrrp().spec()).isSequenced()).isFalse();
    }

    @Test
    void theRowEndsAndBeginsAnewWithTheNextMastership() {
        OutgoingAdvert last = new OutgoingAdvert(ours().spec(), A, GROUP);
        byte[] packet = new byte[68];
        last.next(200, AhAssociation.LAST).get(packet);
        assertThat(check(packet)).isInstanceOf(Accepted.class);

        association.becomesMaster();
        assertThat(association.next(0)).isEqualTo(AhAssociation.LAST + 1);
        assertThat(association.next(0)).isEqualTo(AhAssociation.LAST + 1);
        association.becomesMaster();
        assertThat(association.next(0)).isEqualTo(1);
    }

    @Test
    void neverPrintsItsKey() {
        assertThat(Authentication.Ah.of("s3cret").toString()).isEqualTo("Ah[key=********]");
    }
}
