package io.holdfast.sim;

import io.holdfast.node.Action;
import io.holdfast.node.InstanceStatus;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.util.List;
import java.util.Optional;

/// Judges what a daemon makes of one packet, against what RFC 9568 sections 6.4 and 7.1 leave it to choose: nothing.
///
/// A packet that is damaged, or belongs to an election in which the machine does not take part, changes no state and no
/// deadline and leads to nothing but lines for the operator; where it reaches an instance it is counted. One that is
/// accepted never makes a master; it unmakes one exactly if its sender outranks that one.
final class Hearing {
    private static final int IPV4_HEADER = 20;
    private static final int VRRP_HEADER = 8;

    private final World world;
    private final Host host;
    private final Packet packet;
    private final boolean open;
    private final List<InstanceStatus> before;
    private final Optional<Member> receiver;

    /// Before the node is told.
    ///
    /// @param listeningFrom on the machine's clock, before which it is deaf
    Hearing(World world, Host host, Packet packet, long listeningFrom) {
        this.world = world;
        this.host = host;
        this.packet = packet;
        this.open = host.clock().local(world.now()) >= listeningFrom;
        this.before = host.status();
        this.receiver = host.members().stream().filter(member -> member.election().equals(packet.election()))
                .findFirst();
    }

    /// The node was told.
    void answered(List<Action> actions) {
        Optional<InstanceStatus> then = receiver.flatMap(member -> of(before, member));
        for (InstanceStatus status : before) {
            boolean itsReceiver = !packet.damaged() && open
                    && then.map(InstanceStatus::id).filter(status.id()::equals).isPresent();
            boolean follows = !packet.damaged() && receiver.map(member -> host.groupOf(member.spec().name())
                    .contains(status.spec().name())).orElse(false);
            if (!itsReceiver && !follows && !now(status).state().equals(status.state())) {
                throw violation(status.id() + " changed from " + status.state() + " to " + now(status).state());
            }
        }
        if (packet.damaged()) {
            checkRefused(actions, then);
        } else if (open && then.isPresent()) {
            checkAccepted(receiver.orElseThrow(), then.get());
        }
    }

    private void checkRefused(List<Action> actions, Optional<InstanceStatus> then) {
        if (!actions.stream().allMatch(
                action -> action instanceof Action.Log || action instanceof Action.ReportRefusal)) {
            throw violation("leads to " + actions);
        }
        long counted = 0;
        for (InstanceStatus status : before) {
            counted += refused(now(status)) - refused(status);
        }
        boolean reaches = open && then.isPresent() && isListening(then.get().state()) && isForItsVrid();
        if (counted > 1 || (reaches && counted == 0)) {
            throw violation("is counted " + counted + " times");
        }
    }

    private void checkAccepted(Member member, InstanceStatus then) {
        VrrpState after = now(then).state();
        boolean changed = !then.state().name().equals(after.name());
        if (then.state() instanceof VrrpState.Master master) {
            int rank = rank(member, master);
            boolean owners = master.priority() == Priority.OWNER && packet.truth().priority() == Priority.OWNER;
            if (!owners && changed != rank > 0) {
                throw violation(rank > 0 ? "does not make " + then.id() + " yield" : "makes " + then.id() + " yield");
            }
            if (!changed && (packet.truth().isResignation() || isToBeAnswered(then, master))) {
                member.duty().hasToAnswer();
            }
        } else if (changed) {
            throw violation("makes " + then.id() + " " + after.name());
        } else if (after instanceof VrrpState.Backup) {
            member.duty().hearsAsBackup(packet.truth(), after.priority());
        }
    }

    private boolean isToBeAnswered(InstanceStatus then, VrrpState.Master master) {
        return packet.truth().priority() < master.priority() && !then.spec().options().lowerPrioNoAdvert();
    }

    /// RFC 9568 section 6.4.3: priority, and among equals the address.
    private int rank(Member member, VrrpState.Master master) {
        if (packet.truth().isResignation()) {
            return -1;
        }
        int byPriority = Integer.compare(packet.truth().priority(), master.priority());
        return byPriority != 0 ? byPriority : packet.source().compareTo(member.plan().source());
    }

    /// The daemon did what the node told it to.
    void carriedOut() {
        boolean wasMaster = receiver.flatMap(member -> of(before, member))
                .map(then -> then.state() instanceof VrrpState.Master).orElse(false);
        if (wasMaster && receiver.orElseThrow().state() == VrrpStateName.BACKUP) {
            receiver.orElseThrow().duty().yieldsTo(packet.truth());
        }
    }

    private InstanceStatus now(InstanceStatus then) {
        return host.status(then.id()).orElseThrow();
    }

    private static Optional<InstanceStatus> of(List<InstanceStatus> all, Member member) {
        return all.stream().filter(status -> status.id().equals(member.plan().id())).findFirst();
    }

    private static boolean isListening(VrrpState state) {
        return state instanceof VrrpState.Backup || state instanceof VrrpState.Master;
    }

    /// Whether the damage left the VRID alone, so that it can be told whom it was for.
    private boolean isForItsVrid() {
        int message = packet.source().isV4() ? IPV4_HEADER : 0;
        return packet.bytes().length >= message + VRRP_HEADER
                && (packet.bytes()[message + 1] & 0xff) == packet.election().vrid();
    }

    private static long refused(InstanceStatus status) {
        long sum = 0;
        for (VrrpCounter counter : VrrpCounter.values()) {
            sum += switch (counter) {
                case ADVERTS_RECEIVED, ADVERTS_SENT, BECAME_MASTER, RELEASED_MASTER, PRIORITY_ZERO_RECEIVED,
                        PRIORITY_ZERO_SENT -> 0;
                default -> status.counters().of(counter);
            };
        }
        return sum;
    }

    private Violation violation(String text) {
        return world.violation(host.name() + ": a packet " + packet.truth() + " " + text);
    }
}
