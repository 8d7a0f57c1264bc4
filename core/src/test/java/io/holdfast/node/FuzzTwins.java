package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.AdvertChecks;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpCounters;
import io.holdfast.vrrp.VrrpState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Two nodes that are told the same and must do the same. The second gets each packet elsewhere in its buffer, with
/// other bytes around it, and over IPv4 with another type of service each time: so it never sees a repeated packet,
/// and decodes anew what the first may take as known.
final class FuzzTwins {
    private static final int MOST_ACTIONS = 12;
    /// How many were left out before, other addresses, another interval, who is stronger, and the state.
    private static final int MOST_LOG_LINES = 5;
    private static final int TYPE_OF_SERVICE = 1;
    private static final Set<VrrpCounter> NO_FAILURES = EnumSet.of(VrrpCounter.ADVERTS_RECEIVED,
            VrrpCounter.ADVERTS_SENT, VrrpCounter.BECAME_MASTER, VrrpCounter.RELEASED_MASTER,
            VrrpCounter.PRIORITY_ZERO_RECEIVED, VrrpCounter.PRIORITY_ZERO_SENT);

    private final FuzzScene scene;
    private final Node first;
    private final Node second;
    private MonoTime now = MonoTime.ofMicros(1_000_000_000);
    private int packets;
    private byte[] lastAccepted = {};
    private IpAddress lastSource = IpAddress.v4(0);
    private int lastTtl;

    FuzzTwins(FuzzScene scene) {
        this.scene = scene;
        NodeSpec spec = new NodeSpec(List.of(scene.ours()), Duration.ZERO, true);
        first = new Node(spec);
        second = new Node(spec);
        tell(new NodeEvent.Resynced(List.of(NodeDriver.ETH0, NodeDriver.ETH1), FuzzScene.KERNEL));
        tell(new NodeEvent.Started(Memory.NONE));
    }

    void tell(NodeEvent event) {
        List<Action> actions = first.on(event, now);
        assertThat(second.on(event, now)).isEqualTo(actions);
        agree();
    }

    void fire() {
        if (first.nextDeadline().isPresent()) {
            now = first.nextDeadline().get().isAfter(now) ? first.nextDeadline().get() : now;
            tell(new NodeEvent.TimerFired());
        }
    }

    /// Time passes, but never beyond what is due.
    void pass(Duration duration) {
        MonoTime later = now.plus(duration);
        now = first.nextDeadline().filter(due -> due.isBefore(later) && !due.isBefore(now)).orElse(later);
    }

    void repeatLastAccepted() {
        if (lastAccepted.length == 0) {
            return;
        }
        InstanceStatus before = status(first);
        byte[] again = lastAccepted.clone();
        if (lastSource.isV4()) {
            again[4]++; // identification
            again[10]--; // and with it the header checksum
        }
        deliver(lastSource, lastTtl, again);
        if (!AdvertChecks.ignoresAll(scene.ours(), before.state())) {
            assertThat(rise(before, VrrpCounter.ADVERTS_RECEIVED)).as("accepted once more").isEqualTo(1);
            assertThat(failures(before)).as("failures").isLessThanOrEqualTo(1);
        }
    }

    /// One packet for both, and what has to be true after any.
    void deliver(IpAddress source, int ttl, byte[] bytes) {
        InstanceStatus before = status(first);
        List<Action> actions = List.copyOf(first.on(packet(source, ttl, bytes, 4, (byte) 0), now));
        byte[] other = bytes.clone();
        packets++;
        if (source.isV4() && other.length > TYPE_OF_SERVICE) {
            other[TYPE_OF_SERVICE] = (byte) packets;
        }
        NodeEvent.PacketReceived elsewhere = packet(source, ttl, other, 9, (byte) 0xff);

        assertThat(second.on(elsewhere, now)).isEqualTo(actions);
        assertThat(elsewhere.packet()).isEqualTo(ByteBuffer.wrap(other));
        agree();
        assertThat(actions).hasSizeLessThanOrEqualTo(MOST_ACTIONS);
        assertThat(actions.stream().filter(FuzzTwins::isLine)).hasSizeLessThanOrEqualTo(MOST_LOG_LINES);
        assertThat(failures(before)).as("failures counted for one packet").isLessThanOrEqualTo(1);
        if (isAccepted(before)) {
            lastAccepted = bytes.clone();
            lastSource = source;
            lastTtl = ttl;
        } else {
            changedNothing(before, actions);
        }
    }

    /// Read-only: a write would throw.
    private NodeEvent.PacketReceived packet(IpAddress source, int ttl, byte[] bytes, int margin, byte filler) {
        byte[] whole = new byte[bytes.length + 2 * margin];
        Arrays.fill(whole, filler);
        System.arraycopy(bytes, 0, whole, margin, bytes.length);
        return new NodeEvent.PacketReceived(2, source, scene.local(), ttl,
                ByteBuffer.wrap(whole).position(margin).limit(margin + bytes.length).asReadOnlyBuffer());
    }

    /// Counted as received and as nothing worse than a list of addresses that differs.
    private boolean isAccepted(InstanceStatus before) {
        return rise(before, VrrpCounter.ADVERTS_RECEIVED) == 1 && rise(before, VrrpCounter.UNKNOWN_SOURCES) == 0
                && rise(before, VrrpCounter.TTL_ERRORS) == 0;
    }

    private void changedNothing(InstanceStatus before, List<Action> actions) {
        InstanceStatus after = status(first);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.plan()).isEqualTo(before.plan());
        assertThat(after.faults()).isEqualTo(before.faults());
        assertThat(after.cause()).isEqualTo(before.cause());
        // The complaint, and how many were left out before.
        assertThat(actions).allMatch(FuzzTwins::isLine).hasSizeLessThanOrEqualTo(2);
    }

    private void agree() {
        InstanceStatus one = status(first);
        InstanceStatus two = status(second);
        assertThat(two.state()).isEqualTo(one.state());
        assertThat(two.plan()).isEqualTo(one.plan());
        assertThat(two.cause()).isEqualTo(one.cause());
        for (VrrpCounter counter : VrrpCounter.values()) {
            assertThat(two.counters().of(counter)).as(counter.name()).isEqualTo(one.counters().of(counter));
        }
        assertThat(second.nextDeadline()).isEqualTo(first.nextDeadline());
        assertThat(first.nextDeadline().orElse(VrrpState.NEVER)).isEqualTo(one.state().nextDeadline());
    }

    private long failures(InstanceStatus before) {
        long sum = 0;
        for (VrrpCounter counter : VrrpCounter.values()) {
            sum += NO_FAILURES.contains(counter) ? 0 : rise(before, counter);
        }
        return sum;
    }

    private long rise(InstanceStatus before, VrrpCounter counter) {
        VrrpCounters now = status(first).counters();
        return now.of(counter) - before.counters().of(counter);
    }

    private static InstanceStatus status(Node node) {
        return node.status().getFirst();
    }

    private static boolean isLine(Action action) {
        return action instanceof Action.Log || action instanceof Action.ReportRefusal;
    }
}
