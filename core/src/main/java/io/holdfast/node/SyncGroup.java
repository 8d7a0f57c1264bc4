package io.holdfast.node;

import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.util.List;
import java.util.Optional;

/// One sync group inside a node. Mutable, the node's own.
final class SyncGroup {
    private final SyncGroupSpec spec;
    private final List<Instance> members;
    VrrpStateName state;
    /// While its members are taken along, what happens to each is no news.
    boolean moving;

    /// @param members those of the specification that exist
    SyncGroup(SyncGroupSpec spec, List<Instance> members, VrrpStateName state) {
        this.spec = spec;
        this.members = List.copyOf(members);
        this.state = state;
    }

    SyncGroupSpec spec() {
        return spec;
    }

    String name() {
        return spec.name();
    }

    /// In configuration order.
    List<Instance> members() {
        return members;
    }

    /// The fault that a member has because of another one's.
    Optional<Fault> faultFor(Instance member) {
        for (Instance other : members) {
            if (other != member && !other.ownFaults.isEmpty()) {
                return Optional.of(new Fault(Fault.Reason.SYNC_GROUP,
                        other.id().name() + ": " + other.ownFaults.getFirst()));
            }
        }
        return Optional.empty();
    }

    /// Whether a member whose silence was long enough may become master.
    boolean letsRise(Instance member) {
        if (state == VrrpStateName.MASTER) {
            return true;
        }
        for (Instance other : members) {
            if (other != member && !other.isMaster()
                    && !(other.state instanceof VrrpState.Backup backup && backup.isWilling())) {
                return false;
            }
        }
        return true;
    }

    /// Whether all members own their addresses, so that they may begin as masters.
    boolean isOfOwners() {
        for (Instance member : members) {
            if (!member.spec().isOwner() || !member.spec().wantsMaster()) {
                return false;
            }
        }
        return true;
    }

    /// What the states of the members come to; as it is while they differ.
    VrrpStateName common() {
        int masters = 0;
        int backups = 0;
        for (Instance member : members) {
            if (member.isFaulty()) {
                return VrrpStateName.FAULT;
            }
            masters += member.isMaster() ? 1 : 0;
            backups += member.state instanceof VrrpState.Backup ? 1 : 0;
        }
        if (masters == members.size()) {
            return VrrpStateName.MASTER;
        }
        return backups == members.size() ? VrrpStateName.BACKUP : state;
    }
}
