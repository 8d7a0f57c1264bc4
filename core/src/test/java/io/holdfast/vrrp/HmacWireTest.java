package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Authentication.Hmac;
import io.holdfast.vrrp.Authentication.Hmac.Mode;
import io.holdfast.vrrp.Verdict.Accepted;
import io.holdfast.vrrp.Verdict.Refused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `vrrp.md` 1.9 and check 5 of 2.2, against what keepalived sends.
class HmacWireTest {
    private static final IpAddress A = IpAddress.literal("192.0.2.1");
    private static final IpAddress A6 = IpAddress.literal("fe80::ff:fe00:a");
    private static final IpAddress GROUP = IpAddress.literal("224.0.0.18");
    private static final IpAddress GROUP6 = IpAddress.literal("ff02::12");
    private static final VrrpState BACKUP = new VrrpState.Backup(100, Duration.ofSeconds(1), MonoTime.ofMicros(0),
            VrrpState.Patience.MASTER_DOWN, MonoTime.ofMicros(3_609_375), Optional.empty(), Optional.empty(),
            Optional.empty());
    private static final long SECOND = 1_000_000_000;
    private static final int WINDOW = 30;
    /// When the vectors were signed: bytes 4 to 7 of their trailers.
    private static final long SIGNED_AT = 0x6b00cab8L * SECOND;
    private static final int TRAILER = 36;

    private static MacKey key(int first) {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (first + i);
        }
        return new MacKey(MacKey.Algorithm.SHA_256, secret);
    }

    private static Hmac hmac(Mode mode, boolean monotonic) {
        return new Hmac(List.of(new Hmac.Key(7, key(0)), new Hmac.Key(8, key(100))), 7, monotonic, WINDOW, mode);
    }

    private static Specs signing(Specs specs) {
        return specs.authentication(hmac(Mode.ENFORCE, false));
    }

    private static Hmac activeKey(int id) {
        return new Hmac(hmac(Mode.ENFORCE, false).keys(), id, false, WINDOW, Mode.ENFORCE);
    }

    private static AdvertChecks checks(Specs specs) {
        return new AdvertChecks(specs.spec(), SecurityAssociation.of(specs.spec()));
    }

    private static byte[] nth(int n, Specs specs, IpAddress from, IpAddress to, int priority, long sequence) {
        OutgoingAdvert advert = new OutgoingAdvert(specs.spec(), from, to);
        for (int i = 1; i < n; i++) {
            advert.next(200, 0);
        }
        ByteBuffer packet = advert.next(priority, sequence);
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        return bytes;
    }

    /// What another router signs at a time, in VRRPv3.
    private static ByteBuffer signedAt(long seconds, int counter) {
        return ByteBuffer.wrap(nth(1, signing(Specs.v3()), A, GROUP, 200, seconds << 32 | counter));
    }

    private static ByteBuffer signedBy(String source, long sequence) {
        return ByteBuffer.wrap(nth(1, signing(Specs.v3()), IpAddress.literal(source), GROUP, 200, sequence));
    }

    private static Refused refused(Refusal reason) {
        return new Refused(reason);
    }

    @Test
    void encodesWhatKeepalivedSends() {
        assertThat(nth(1, signing(Specs.vrrp()), A, GROUP, 200, 0x6b00cab0518e0000L))
                .isEqualTo(Vectors.packet(Vectors.T16));
        assertThat(nth(1, signing(Specs.v3()), A, GROUP, 200, 0x6b00cab84dd40000L))
                .isEqualTo(Vectors.packet(Vectors.T17));
        assertThat(nth(4, signing(Specs.v3()), A, GROUP, 0, 0x6b00cabaa9c00000L))
                .isEqualTo(Vectors.packet(Vectors.T18));
        assertThat(nth(1, signing(Specs.v6()), A6, GROUP6, 200, 0x6b00cac05f850000L))
                .isEqualTo(Vectors.message(Vectors.T19));
    }

    @Test
    void acceptsWhatKeepalivedSendsOnceAndInOrder() {
        AdvertChecks checks = checks(signing(Specs.v3()));

        assertThat(checks.check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT))
                .isEqualTo(new Accepted(new Advert(A, 200, Duration.ofSeconds(1)), true, true, false, 0));
        assertThat(checks.check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT))
                .isEqualTo(refused(Refusal.HMAC_REPLAY));
        assertThat(checks.check(Vectors.buffer(Vectors.T18), BACKUP, SIGNED_AT)).isInstanceOf(Accepted.class);
        assertThat(checks.check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT))
                .isEqualTo(refused(Refusal.HMAC_REPLAY));
    }

    @Test
    void acceptsVersionTwoAndIpv6() {
        assertThat(checks(signing(Specs.vrrp())).check(Vectors.buffer(Vectors.T16), BACKUP, SIGNED_AT))
                .isInstanceOf(Accepted.class);
        assertThat(checks(signing(Specs.v6())).check(Vectors.header(Vectors.T19),
                ByteBuffer.wrap(Vectors.message(Vectors.T19)), BACKUP, SIGNED_AT)).isInstanceOf(Accepted.class);
    }

    @Test
    void overIpv6TheChecksumCoversTheTrailer() {
        byte[] message = Vectors.message(Vectors.T19);
        message[6] ^= 1;

        assertThat(checks(signing(Specs.v6())).check(Vectors.header(Vectors.T19), ByteBuffer.wrap(message), BACKUP,
                SIGNED_AT)).isEqualTo(refused(Refusal.CHECKSUM));
    }

    @Test
    void everyByteOfMessageAndTrailerIsCoveredButTheChecksum() {
        AdvertChecks checks = checks(signing(Specs.v3()));
        byte[] whole = Vectors.packet(Vectors.T17);
        for (int i = 20; i < whole.length; i++) {
            byte[] forged = whole.clone();
            forged[i] ^= 0x04;
            boolean checksum = i == 26 || i == 27;
            assertThat(checksum || checks.check(ByteBuffer.wrap(forged), BACKUP, SIGNED_AT) instanceof Refused)
                    .as("byte %d", i).isTrue();
        }
        assertThat(checks.check(ByteBuffer.wrap(whole), BACKUP, SIGNED_AT)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, HMAC_MALFORMED", "2, 1, HMAC_MALFORMED", "4, 0, HMAC_STALE", "1, 9, HMAC_KEY",
            "1, 8, HMAC_TAG", "27, 0, HMAC_TAG"})
    void theFirstThingWrongIsCounted(int at, int value, Refusal reason) {
        byte[] packet = Vectors.packet(Vectors.T17);
        packet[TRAILER + at] = (byte) value;

        assertThat(checks(signing(Specs.v3())).check(ByteBuffer.wrap(packet), BACKUP, SIGNED_AT))
                .isEqualTo(refused(reason));
    }

    @Test
    void aTrailerIsTooMuchWithoutAuthentication() {
        assertThat(checks(Specs.v3()).check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT))
                .isEqualTo(refused(Refusal.LENGTH));
    }

    @ParameterizedTest
    @CsvSource({"ENFORCE, false", "PERMISSIVE, true", "RECEIVE_ONLY, true"})
    void whatIsNotSignedDependsOnTheMode(Mode mode, boolean accepted) {
        AdvertChecks checks = checks(Specs.v3().authentication(hmac(mode, false)));

        assertThat(checks.check(Vectors.buffer(Vectors.T7), BACKUP, SIGNED_AT) instanceof Accepted)
                .isEqualTo(accepted);
        byte[] forged = Vectors.packet(Vectors.T17);
        forged[forged.length - 1] ^= 1;
        assertThat(checks.check(ByteBuffer.wrap(forged), BACKUP, SIGNED_AT)).isEqualTo(refused(Refusal.HMAC_TAG));
        assertThat(checks.check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT)).isInstanceOf(Accepted.class);
    }

    @Test
    void enforcingCountsWhatIsNotSigned() {
        assertThat(checks(signing(Specs.v3())).check(Vectors.buffer(Vectors.T7), BACKUP, SIGNED_AT))
                .isEqualTo(refused(Refusal.HMAC_MISSING));
    }

    @Test
    void receiveOnlySendsNoTrailer() {
        assertThat(nth(1, Specs.v3().authentication(hmac(Mode.RECEIVE_ONLY, false)), A, GROUP, 200, 1))
                .isEqualTo(Vectors.packet(Vectors.T7));
        assertThat(nth(1, Specs.v3().authentication(hmac(Mode.PERMISSIVE, false)), A, GROUP, 200, 1)).hasSize(64);
    }

    @Test
    void anyOfTheKeysCounts() {
        byte[] rotated = nth(1, Specs.v3().authentication(activeKey(8)), A, GROUP, 200, 0x6b00cab800000000L);

        assertThat(checks(signing(Specs.v3())).check(ByteBuffer.wrap(rotated), BACKUP, SIGNED_AT))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "-16, true", "0, true", "16, true", "30, true", "31, false"})
    void theClockOfTheSenderHasToBeWithinTheWindow(int ahead, boolean accepted) {
        Verdict verdict = checks(signing(Specs.v3())).check(signedAt(1_000 + ahead, 0), BACKUP, 1_000 * SECOND);

        assertThat(verdict instanceof Accepted).isEqualTo(accepted);
        if (verdict instanceof Accepted good) {
            assertThat(good.skewSeconds()).isEqualTo(Math.abs(ahead) > WINDOW / 2 ? ahead : 0);
        } else {
            assertThat(verdict).isEqualTo(refused(Refusal.HMAC_STALE));
        }
    }

    @Test
    void secondsWrapRoundIn2106() {
        AdvertChecks checks = checks(signing(Specs.v3()));

        assertThat(checks.check(signedAt(0xffff_fffeL, 0), BACKUP, 0xffff_fffeL * SECOND)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedAt(3, 0), BACKUP, 0x1_0000_0003L * SECOND)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedAt(0xffff_fffeL, 1), BACKUP, 0x1_0000_0003L * SECOND))
                .isEqualTo(refused(Refusal.HMAC_REPLAY));
    }

    @Test
    void monotonicSequencesIgnoreTheClock() {
        AdvertChecks checks = checks(Specs.v3().authentication(hmac(Mode.ENFORCE, true)));

        assertThat(checks.check(signedAt(5, 0), BACKUP, SIGNED_AT)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedAt(5, 1), BACKUP, SIGNED_AT)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedAt(4, 9), BACKUP, SIGNED_AT)).isEqualTo(refused(Refusal.HMAC_REPLAY));
    }

    @Test
    void aSenderWhoseClockWasSetBackIsHeardAgain() {
        AdvertChecks checks = checks(signing(Specs.v3()));
        assertThat(checks.check(signedAt(1_030, 0), BACKUP, 1_000 * SECOND)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedAt(990, 0), BACKUP, 1_000 * SECOND)).isEqualTo(refused(Refusal.HMAC_REPLAY));

        assertThat(checks.check(signedAt(980, 0), BACKUP, 999 * SECOND)).isInstanceOf(Accepted.class);
    }

    @Test
    void eachSenderHasItsOwnMark() {
        AdvertChecks checks = checks(signing(Specs.v3()));
        long now = 1_000 * SECOND;

        assertThat(checks.check(signedBy("192.0.2.1", 1_005L << 32), BACKUP, now)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedBy("192.0.2.2", 1_000L << 32), BACKUP, now)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedBy("192.0.2.1", 1_000L << 32), BACKUP, now))
                .isEqualTo(refused(Refusal.HMAC_REPLAY));
    }

    @Test
    void aFifthSenderTakesThePlaceOfTheQuietest() {
        AdvertChecks checks = checks(signing(Specs.v3()));
        long now = 1_000 * SECOND;
        for (String sender : List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4")) {
            assertThat(checks.check(signedBy(sender, 1_000L << 32), BACKUP, now)).isInstanceOf(Accepted.class);
        }
        assertThat(checks.check(signedBy("192.0.2.1", 1_001L << 32), BACKUP, now)).isInstanceOf(Accepted.class);
        assertThat(checks.check(signedBy("192.0.2.5", 1_000L << 32), BACKUP, now)).isInstanceOf(Accepted.class);

        assertThat(checks.check(signedBy("192.0.2.1", 1_001L << 32), BACKUP, now))
                .isEqualTo(refused(Refusal.HMAC_REPLAY));
        assertThat(checks.check(signedBy("192.0.2.2", 1_000L << 32), BACKUP, now)).isInstanceOf(Accepted.class);
    }

    @Test
    void unicastHearsSignaturesOfPeersOnly() {
        Specs ours = signing(Specs.v3()).unicast("192.0.2.2");
        byte[] packet = nth(1, signing(Specs.v3()).unicast("192.0.2.9"), A, IpAddress.literal("192.0.2.9"), 200,
                1_000L << 32);

        assertThat(checks(ours).check(ByteBuffer.wrap(packet), BACKUP, 1_000 * SECOND))
                .isEqualTo(refused(Refusal.HMAC_SOURCE));
        assertThat(checks(signing(Specs.v3()).unicast("192.0.2.1")).check(ByteBuffer.wrap(packet), BACKUP,
                1_000 * SECOND)).isInstanceOf(Accepted.class);
    }

    @Test
    void marksSurviveAReload() {
        Specs before = signing(Specs.v3());
        SecurityAssociation association = SecurityAssociation.of(before.spec());
        new AdvertChecks(before.spec(), association).check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT);
        VrrpSpec after = signing(Specs.v3().priority(90)).spec();

        assertThat(new AdvertChecks(after, association.reconfigured(after))
                .check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT)).isEqualTo(refused(Refusal.HMAC_REPLAY));
        VrrpSpec unicast = signing(Specs.v3()).unicast("192.0.2.1").spec();
        assertThat(new AdvertChecks(unicast, association.reconfigured(unicast))
                .check(Vectors.buffer(Vectors.T17), BACKUP, SIGNED_AT)).isEqualTo(refused(Refusal.HMAC_REPLAY));
        assertThat(association.reconfigured(Specs.v3().spec()).isSequenced()).isFalse();
    }

    @Test
    void numbersAreTheClockOrTheNext() {
        SecurityAssociation association = SecurityAssociation.of(signing(Specs.v3()).spec());

        assertThat(association.next(1_000 * SECOND + SECOND / 2)).isEqualTo(1_000L << 32 | 0x8000_0000L);
        assertThat(association.next(1_000 * SECOND + SECOND / 2)).isEqualTo(1_000L << 32 | 0x8000_0001L);
        assertThat(association.next(999 * SECOND)).isEqualTo(1_000L << 32 | 0x8000_0002L);
        assertThat(association.next(1_001 * SECOND)).isEqualTo(1_001L << 32);
    }

    @Test
    void numbersFollowAClockThatIsSetFarBack() {
        SecurityAssociation inTime = SecurityAssociation.of(signing(Specs.v3()).spec());
        SecurityAssociation monotonic =
                SecurityAssociation.of(Specs.v3().authentication(hmac(Mode.ENFORCE, true)).spec());
        inTime.next(1_000 * SECOND);
        monotonic.next(1_000 * SECOND);

        assertThat(inTime.next((1_000 - WINDOW) * SECOND)).isEqualTo(1_000L << 32 | 1);
        assertThat(inTime.next((999 - WINDOW) * SECOND)).isEqualTo((999L - WINDOW) << 32);
        assertThat(monotonic.next((999 - WINDOW) * SECOND)).isEqualTo(1_000L << 32 | 1);
    }

    @Test
    void neverPrintsItsKeys() {
        assertThat(hmac(Mode.ENFORCE, false).toString()).isEqualTo("Hmac[keys=[Key[id=7, secret=********], "
                + "Key[id=8, secret=********]], activeKey=7, monotonic=false, windowSeconds=30, mode=ENFORCE]");
    }
}
