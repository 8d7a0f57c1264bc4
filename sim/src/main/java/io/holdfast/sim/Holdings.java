package io.holdfast.sim;

import io.holdfast.node.InstanceStatus;
import io.holdfast.vrrp.VrrpStateName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges after every step that a virtual address is on a machine exactly if an instance there is master for it. Looks
/// only at machines whose addresses or states the step changed.
///
/// An address that somebody else deleted may be missing until the daemon has been told; when the step in which it is
/// told ends, the address is back or the instance is no longer master. What a killed daemon leaves behind may stay
/// until the next one has started, and for ever if the next one is not configured with it.
final class Holdings {
    private final World world;
    private final List<Host> changed = new ArrayList<>();

    Holdings(World world) {
        this.world = world;
    }

    void changed(Host host) {
        if (!changed.contains(host)) {
            changed.add(host);
        }
    }

    void check() {
        if (changed.isEmpty()) {
            return;
        }
        for (Host host : changed) {
            if (host.isStarted()) {
                check(host);
            }
        }
        changed.clear();
    }

    private void check(Host host) {
        Set<HeldAddress> wanted = new HashSet<>();
        for (Member member : host.members()) {
            if (member.isMaster()) {
                wanted.addAll(member.addresses());
            }
        }
        checkStates(host);
        for (HeldAddress address : wanted) {
            if (!host.kernel().has(address) && !host.kernel().isSecretlyDeleted(address)
                    && host.kernel().refusal(address).isEmpty()) {
                throw world.violation(host.name() + " is master and lacks " + address);
            }
        }
        for (HeldAddress address : host.kernel().virtual()) {
            if (!wanted.contains(address) && !host.kernel().isForgotten(address)) {
                throw world.violation(host.name() + " holds " + address + " and is not master");
            }
        }
    }

    /// What was notified is what the node itself believes. The silent wait of an owner for the end of the start-up
    /// delay is the only state that is never notified.
    private void checkStates(Host host) {
        for (InstanceStatus status : host.status()) {
            Optional<Member> member = host.member(status.id());
            if (member.isPresent() && member.get().state() != VrrpStateName.INIT
                    && member.get().state() != status.state().name()) {
                throw world.violation(host.name() + " notified " + member.get().state() + " for " + status.id()
                        + ", which is " + status.state().name());
            }
        }
    }
}
