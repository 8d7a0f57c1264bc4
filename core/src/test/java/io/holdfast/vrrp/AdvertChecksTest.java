package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Verdict.Accepted;
import io.holdfast.vrrp.Verdict.Refused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// One test for each check of `vrrp.md` 2.2, each with a packet that is right but for one thing.
class AdvertChecksTest {
    private static final IpAddress B = IpAddress.literal("192.0.2.2");
    private static final IpAddress GROUP = IpAddress.literal("224.0.0.18");
    private static final VrrpState BACKUP = new VrrpState.Backup(100, Duration.ofSeconds(1), MonoTime.ofMicros(0),
            VrrpState.Patience.MASTER_DOWN, MonoTime.ofMicros(3_609_375), Optional.empty(), Optional.empty(),
            Optional.empty());

    private static ByteBuffer from(Specs sender) {
        return new OutgoingAdvert(sender.spec(), B, GROUP).next(200, 0);
    }

    private static Verdict check(ByteBuffer packet, Specs ours) {
        return check(packet, ours, BACKUP);
    }

    private static Verdict check(ByteBuffer packet, Specs ours, VrrpState state) {
        return checks(ours).check(packet, state, 0);
    }

    private static AdvertChecks checks(Specs ours) {
        return new AdvertChecks(ours.spec(), SecurityAssociation.of(ours.spec()));
    }

    private static void assertRefused(ByteBuffer packet, Specs ours, Refusal reason) {
        assertThat(check(packet, ours)).isEqualTo(new Refused(reason));
    }

    private static ByteBuffer with(ByteBuffer packet, int at, int value) {
        return packet.put(at, (byte) value);
    }

    @Test
    void acceptsWhatIsRight() {
        assertThat(check(from(Specs.vrrp()), Specs.vrrp()))
                .isEqualTo(new Accepted(new Advert(B, 200, Duration.ofSeconds(1)), true, true, false, 0));
        assertThat(check(from(Specs.v3()), Specs.v3()))
                .isEqualTo(new Accepted(new Advert(B, 200, Duration.ofSeconds(1)), true, true, false, 0));
    }

    @Test
    void protocolOtherThanVrrp() {
        assertRefused(with(from(Specs.vrrp()), 9, 51), Specs.vrrp(), Refusal.AUTH_HEADER);
    }

    @Test
    void lengthThatDoesNotFitTheAddressCount() {
        assertRefused(with(from(Specs.vrrp()), 23, 3), Specs.vrrp(), Refusal.LENGTH);
    }

    @Test
    void ttlOtherThan255() {
        assertRefused(with(from(Specs.vrrp()), 8, 254), Specs.vrrp(), Refusal.TTL);
    }

    @Test
    void versionOtherThanOurs() {
        assertRefused(from(Specs.v3()), Specs.vrrp(), Refusal.VERSION);
        assertRefused(from(Specs.vrrp()), Specs.v3(), Refusal.VERSION);
    }

    @Test
    void authenticationTypeThatDoesNotExist() {
        assertRefused(with(from(Specs.vrrp()), 24, 3), Specs.vrrp(), Refusal.AUTH_TYPE_INVALID);
    }

    @Test
    void authenticationTypeOtherThanOurs() {
        assertRefused(from(Specs.vrrp().password("1111")), Specs.vrrp(), Refusal.AUTH_TYPE);
        assertRefused(from(Specs.vrrp()), Specs.vrrp().password("1111"), Refusal.AUTH_TYPE);
    }

    @Test
    void passwordOtherThanOurs() {
        assertRefused(from(Specs.vrrp().password("1112")), Specs.vrrp().password("1111"), Refusal.PASSWORD);
    }

    @Test
    void passwordsAreComparedInTheirFirstEightBytes() {
        assertThat(check(from(Specs.vrrp().password("123456789")), Specs.vrrp().password("12345678")))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void intervalOtherThanOursInVersionTwo() {
        assertRefused(from(Specs.vrrp().interval(Duration.ofSeconds(2))), Specs.vrrp(), Refusal.INTERVAL);
    }

    @Test
    void intervalOtherThanOursIsLearntInVersionThree() {
        assertThat(check(from(Specs.v3().interval(Duration.ofSeconds(2))), Specs.v3()))
                .isEqualTo(new Accepted(new Advert(B, 200, Duration.ofSeconds(2)), true, false, false, 0));
    }

    @Test
    void typeOtherThanAdvertisement() {
        assertRefused(with(from(Specs.vrrp()), 20, 0x22), Specs.vrrp(), Refusal.TYPE);
    }

    @Test
    void totalLengthThatContradictsWhatArrived() {
        assertRefused(with(from(Specs.vrrp()), 3, 43), Specs.vrrp(), Refusal.LENGTH);
    }

    @Test
    void intervalZeroInVersionThree() {
        assertRefused(from(Specs.v3().interval(Duration.ZERO)), Specs.v3(), Refusal.ZERO_INTERVAL);
    }

    @Test
    void checksumThatIsWrong() {
        assertRefused(with(from(Specs.vrrp()), 22, 201), Specs.vrrp(), Refusal.CHECKSUM);
        assertRefused(with(from(Specs.v3()), 22, 201), Specs.v3(), Refusal.CHECKSUM);
    }

    @Test
    void bothChecksumsOfVersionThreeAreAcceptedWithEitherSetting() {
        Specs asV2 = Specs.v3().options(new VrrpOptions(false, false, false, false, false, true));

        assertThat(check(from(asV2), Specs.v3())).isInstanceOf(Accepted.class);
        assertThat(check(from(Specs.v3()), asV2)).isInstanceOf(Accepted.class);
        assertRefused(with(from(asV2), 22, 201), asV2, Refusal.CHECKSUM);
    }

    @Test
    void destinationOtherThanAGroup() {
        ByteBuffer packet = new OutgoingAdvert(Specs.vrrp().spec(), B, IpAddress.literal("192.0.2.1")).next(200, 0);
        assertRefused(packet, Specs.vrrp(), Refusal.DESTINATION);
    }

    @Test
    void anOwnerMayIgnoreEverything() {
        Specs owner = Specs.vrrp().owner().options(new VrrpOptions(false, false, false, true, false, false));
        ByteBuffer packet = from(Specs.vrrp());

        assertThat(check(packet, owner, new VrrpState.Init(255)))
                .isEqualTo(new Refused(Refusal.OWNER));
        assertThat(check(packet, owner, new VrrpState.Init(254))).isInstanceOf(Accepted.class);
    }

    @Test
    void otherAddressesAreNoReasonNotToListen() {
        Advert advert = new Advert(B, 200, Duration.ofSeconds(1));

        assertThat(check(from(Specs.vrrp().addresses("192.0.2.100")), Specs.vrrp()))
                .isEqualTo(new Accepted(advert, false, true, false, 0));
        assertThat(check(from(Specs.vrrp().addresses("192.0.2.100", "192.0.2.102")), Specs.vrrp()))
                .isEqualTo(new Accepted(advert, false, true, false, 0));
    }

    @Test
    void aKnownMastersAddressesNeedNotBeComparedAgain() {
        Specs skipping = Specs.vrrp().options(new VrrpOptions(true, false, false, false, false, false));
        Advert advert = new Advert(B, 200, Duration.ofSeconds(1));
        VrrpState knowing = new VrrpState.Backup(100, Duration.ofSeconds(1), MonoTime.ofMicros(0),
                VrrpState.Patience.MASTER_DOWN, MonoTime.ofMicros(1), Optional.of(advert), Optional.empty(),
                Optional.empty());
        ByteBuffer packet = from(Specs.vrrp().addresses("192.0.2.100", "192.0.2.102"));

        assertThat(check(packet, skipping, BACKUP))
                .isEqualTo(new Accepted(advert, false, true, false, 0));
        assertThat(check(packet, skipping, knowing))
                .isEqualTo(new Accepted(advert, true, true, false, 0));
    }

    // ---- IPv6

    private static Verdict checkV6(String vector, Specs ours, int hopLimit) {
        IpHeader h = Vectors.header(vector);
        ByteBuffer message = ByteBuffer.wrap(Vectors.message(vector));
        return checks(ours).check(IpHeader.v6(h.source(), h.destination(), hopLimit, message.remaining()), message,
                BACKUP, 0);
    }

    @Test
    void acceptsWhatCameOverIpv6() {
        Advert advert = new Advert(IpAddress.literal("fe80::ff:fe00:a"), 200, Duration.ofSeconds(1));
        Specs v2 = Specs.v6().version(VrrpVersion.V2).addresses("fe80::100");

        assertThat(checkV6(Vectors.T12, Specs.v6(), 255)).isEqualTo(new Accepted(advert, true, true, false, 0));
        assertThat(checkV6(Vectors.T15, v2, 255)).isEqualTo(new Accepted(advert, true, true, false, 0));
        assertThat(checkV6(Vectors.T14, Specs.v6().unicast("2001:db8::1"), 64)).isInstanceOf(Accepted.class);
    }

    @Test
    void hopLimitOtherThan255() {
        assertThat(checkV6(Vectors.T12, Specs.v6(), 254)).isEqualTo(new Refused(Refusal.TTL));
        assertThat(checkV6(Vectors.T12, Specs.v6(), -1)).isEqualTo(new Refused(Refusal.TTL));
    }

    @Test
    void checksumOverIpv6IsOursToVerify() {
        ByteBuffer message = ByteBuffer.wrap(Vectors.message(Vectors.T12)).put(2, (byte) 201);

        assertThat(checks(Specs.v6()).check(Vectors.header(Vectors.T12), message, BACKUP, 0))
                .isEqualTo(new Refused(Refusal.CHECKSUM));
    }

    // ---- unicast

    private static final IpAddress A = IpAddress.literal("192.0.2.1");

    private static ByteBuffer fromPeer(Specs sender, int ttl) {
        return with(new OutgoingAdvert(sender.spec(), B, A).next(200, 0), 8, ttl);
    }

    private static Specs unicast(OldChecksum.Mode mode, boolean checkSource, Peer... peers) {
        return Specs.v3().delivery(new Delivery.Unicast(List.of(peers), OptionalInt.empty(), checkSource,
                new OldChecksum(mode, GROUP)));
    }

    @Test
    void multicastIsNotForAUnicastInstance() {
        assertRefused(from(Specs.vrrp()), Specs.vrrp().unicast("192.0.2.2"), Refusal.DESTINATION);
    }

    @Test
    void ttlAndSourceOfUnicastDoNotMatterUnlessAsked() {
        assertThat(check(fromPeer(Specs.vrrp(), 1), Specs.vrrp().unicast("192.0.2.9"))).isInstanceOf(Accepted.class);
    }

    @Test
    void senderWhoIsNoPeer() {
        ByteBuffer packet = fromPeer(Specs.v3(), 255);

        assertRefused(packet, unicast(OldChecksum.Mode.NEVER, true, Peer.anywhere(A)), Refusal.SOURCE);
        assertThat(check(packet, unicast(OldChecksum.Mode.NEVER, true, Peer.anywhere(B)))).isInstanceOf(Accepted.class);
    }

    @Test
    void ttlOutsideTheRangeOfThePeer() {
        Specs ours = unicast(OldChecksum.Mode.NEVER, true, new Peer(B, 60, 64));

        assertThat(check(fromPeer(Specs.v3(), 60), ours)).isInstanceOf(Accepted.class);
        assertThat(check(fromPeer(Specs.v3(), 64), ours)).isInstanceOf(Accepted.class);
        assertRefused(fromPeer(Specs.v3(), 59), ours, Refusal.PEER_TTL);
        assertRefused(fromPeer(Specs.v3(), 65), ours, Refusal.PEER_TTL);
    }

    /// Proposals 4 and 6 of `vrrp.md` 10: what is correct is accepted in every mode, the old form unless `never`.
    @Test
    void checksumsOfUnicast() {
        ByteBuffer old = OutgoingAdvert.withOldChecksum(Specs.v3().unicast("192.0.2.1").spec(), B, A, GROUP)
                .next(200, 0);
        Specs asV2 = Specs.v3().options(new VrrpOptions(false, false, false, false, false, true));
        for (OldChecksum.Mode mode : OldChecksum.Mode.values()) {
            Specs ours = unicast(mode, false, Peer.anywhere(B));

            assertThat(check(fromPeer(Specs.v3(), 255), ours)).isEqualTo(accepted(false));
            assertThat(check(fromPeer(asV2, 255), ours)).isEqualTo(accepted(false));
            assertThat(check(old, ours))
                    .isEqualTo(mode == OldChecksum.Mode.NEVER ? new Refused(Refusal.CHECKSUM) : accepted(true));
            assertRefused(with(fromPeer(Specs.v3(), 255), 22, 201), ours, Refusal.CHECKSUM);
        }
        assertRefused(old, Specs.v3(), Refusal.CHECKSUM);
    }

    private static Accepted accepted(boolean oldChecksum) {
        return new Accepted(new Advert(B, 200, Duration.ofSeconds(1)), true, true, oldChecksum, 0);
    }
}
