package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Authentication.Hmac;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.MacKey;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sequence numbers on their way in and out: what one advertisement leaves behind for the next.
class AuthenticationTest {
    private static final VrrpSpec AH = Specs.vrrp().authentication(Authentication.Ah.of("s3cret")).spec();
    private static final VrrpSpec HMAC = Specs.v3().authentication(hmac(false)).spec();
    private static final long SECOND = 1_000_000_000;
    private static final long NOON = 1_800_000_000;
    private static final String B = "192.0.2.2";

    private final NodeDriver ah = new NodeDriver(AH);
    private final NodeDriver hmac = new NodeDriver(HMAC);

    private static Hmac hmac(boolean monotonic) {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        MacKey key = new MacKey(MacKey.Algorithm.SHA_256, secret);
        return new Hmac(List.of(new Hmac.Key(1, key)), 1, monotonic, 5, Hmac.Mode.ENFORCE);
    }

    @BeforeEach
    void start() {
        ah.start();
        setClock(NOON);
        hmac.start();
    }

    private void setClock(long seconds) {
        hmac.on(new NodeEvent.WallClockSet(seconds * SECOND - hmac.now.nanos()));
    }

    private static NodeEvent from(String source, VrrpSpec sender, int priority, long sequence) {
        IpAddress from = IpAddress.literal(source);
        IpAddress to = ((Delivery.Multicast) sender.delivery()).group();
        return new NodeEvent.PacketReceived(2, from, to, 255,
                new OutgoingAdvert(sender, from, to).next(priority, sequence));
    }

    private static long sequence(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.SendAdvert advert) {
                return advert.sequence();
            }
        }
        throw new AssertionError("no advertisement among " + actions);
    }

    private static long count(NodeDriver driver, VrrpCounter counter) {
        return driver.status().counters().of(counter);
    }

    @Test
    void repeatedAdvertisementsKeepNoBackupQuiet() {
        NodeEvent old = from(B, AH, 200, 7);
        ah.on(old);
        Duration waiting = ah.wait(Duration.ofSeconds(1)).untilDeadline();

        assertThat(ah.logOf(old)).containsExactly("(VI_1) packet from 192.0.2.2 refused, because it repeats one that "
                + "was heard before, or comes after a later one");
        assertThat(ah.logOf(old)).isEmpty();
        assertThat(ah.untilDeadline()).isEqualTo(waiting);
        assertThat(count(ah, VrrpCounter.AUTH_FAILURES)).isEqualTo(2);
        assertThat(count(ah, VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
    }

    @Test
    void aNewMasterGoesOnWhereTheOldOneEnded() {
        ah.on(from(B, AH, 200, 7));

        assertThat(sequence(ah.fire())).isEqualTo(8);
        assertThat(ah.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(sequence(ah.fire())).isEqualTo(9);
    }

    @Test
    void aMasterAnswersAWeakerOneWithALaterNumber() {
        ah.fire();
        ah.wait(Duration.ofMillis(500));

        assertThat(sequence(ah.on(from(B, AH, 50, 700)))).isEqualTo(701);
    }

    @Test
    void ahNumbersSurviveAReload() {
        ah.on(from(B, AH, 200, 7));
        ah.on(new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(
                Specs.vrrp().authentication(Authentication.Ah.of("s3cret")).priority(90).spec()))));

        assertThat(sequence(ah.fire())).isEqualTo(8);
    }

    @Test
    void signedAdvertisementsCarryTheTime() {
        Duration waited = hmac.untilDeadline();

        assertThat(sequence(hmac.fire()) >>> 32).isEqualTo(NOON + waited.toSeconds());
        setClock(NOON + 100);
        assertThat(sequence(hmac.fire()) >>> 32).isEqualTo(NOON + 101);
    }

    @Test
    void signedAdvertisementsCountOnce() {
        NodeEvent signed = from(B, HMAC, 200, NOON << 32);
        hmac.on(signed);
        hmac.on(signed);

        assertThat(count(hmac, VrrpCounter.AUTH_EXT_REPLAY)).isEqualTo(1);
        assertThat(count(hmac, VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
        hmac.on(new NodeEvent.ReloadCommitted(
                NodeSpec.of(List.of(Specs.v3().authentication(hmac(true)).priority(90).spec()))));
        hmac.on(signed);
        assertThat(count(hmac, VrrpCounter.AUTH_EXT_REPLAY)).isEqualTo(2);
    }

    @Test
    void staleAdvertisementsAreRefusedAndALateClockIsMentionedOnce() {
        assertThat(hmac.logOf(from(B, HMAC, 200, (NOON - 4) << 32)))
                .containsExactly("(VI_1) the clock of 192.0.2.2 is 4 s behind ours; beyond time_window, what it "
                        + "signs is refused");
        assertThat(hmac.logOf(from(B, HMAC, 200, (NOON - 3) << 32))).isEmpty();
        hmac.on(from(B, HMAC, 200, (NOON + 6) << 32));
        assertThat(count(hmac, VrrpCounter.AUTH_EXT_STALE)).isEqualTo(1);
    }

    @Test
    void withoutAuthenticationTheActionStaysTheSameObject() {
        NodeDriver plain = new NodeDriver(Specs.vrrp().spec());
        plain.start();
        Action first = plain.fire().getFirst();

        assertThat(plain.fire().getFirst()).isSameAs(first);
    }
}
