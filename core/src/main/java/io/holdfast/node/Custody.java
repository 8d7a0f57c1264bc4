package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpEvent;
import java.util.ArrayList;
import java.util.List;

/// Keeps the addresses in the kernel as they should be: what a crash left is removed, what a reload changes is
/// changed, what somebody else deletes is put back, and what could not be added is tried again.
final class Custody {
    private final LinkTable kernel;
    private final Outbox outbox;
    private final TimerHeap timers;
    private final Stepper stepper;
    private final Announcer announcer;
    /// Who waited for addresses when last looked at.
    private final List<Overdue> waiting = new ArrayList<>();

    Custody(LinkTable kernel, Outbox outbox, TimerHeap timers, Stepper stepper, Announcer announcer) {
        this.kernel = kernel;
        this.outbox = outbox;
        this.timers = timers;
        this.stepper = stepper;
        this.announcer = announcer;
    }

    /// Removes what is there and should not be.
    ///
    /// @param ours every address that is the instance's to remove
    void removeSurplus(Instance instance, List<PlacedAddress> ours) {
        var difference = AddressDifference.between(ours, instance.wanted(), kernel);
        outbox.changeAddresses(instance, difference.remove(), List.of());
    }

    /// Removes what an instance held under its old configuration and should not hold, or not like that, under its new
    /// one. What it should hold is placed already.
    void removeReplaced(Instance instance, List<PlacedAddress> before) {
        List<PlacedAddress> ours = new ArrayList<>(before);
        ours.addAll(instance.placed);
        removeSurplus(instance, ours);
        List<PlacedAddress> otherwise = new ArrayList<>();
        for (PlacedAddress wanted : instance.wanted()) {
            for (PlacedAddress held : before) {
                if (AddressDifference.same(held, wanted) && !held.address().isSameInKernel(wanted.address())) {
                    otherwise.add(held);
                }
            }
        }
        outbox.changeAddresses(instance, otherwise, List.of());
    }

    /// Adds what should be there and is not.
    ///
    /// @return whether there was anything
    boolean addMissing(Instance instance) {
        var difference = AddressDifference.between(List.of(), instance.wanted(), kernel);
        outbox.changeAddresses(instance, List.of(), difference.add());
        return !difference.add().isEmpty();
    }

    /// After the kernel was looked at again: both, except that untracked addresses are left alone.
    void repair(Instance instance, MonoTime now) {
        removeSurplus(instance, instance.placed);
        instance.overdue.hasten(timers, now);
        for (PlacedAddress address : AddressDifference.between(List.of(), instance.wanted(), kernel).add()) {
            restore(instance, address);
        }
    }

    /// @param holders who has the address
    void onRemoved(List<Instance> holders, int linkIndex, Prefix prefix) {
        for (Instance instance : holders) {
            if (!instance.isMaster()) {
                continue;
            }
            for (PlacedAddress address : instance.placed) {
                if (address.linkIndex() == linkIndex && AddressDifference.isPrefix(address, prefix)) {
                    restore(instance, address);
                }
            }
        }
    }

    /// Perhaps the report is a late one about our own doing; then the address is there, and adding it changes nothing.
    private void restore(Instance instance, PlacedAddress address) {
        if (address.address().tracked() && !instance.overdue.contains(address)) {
            instance.restores.ask(address);
            outbox.changeAddresses(instance, List.of(), List.of(address));
        }
    }

    /// An interface is different now.
    void onChanged(int linkIndex, MonoTime now) {
        if (waiting.isEmpty()) {
            return;
        }
        waiting.removeIf(Overdue::isEmpty);
        for (Overdue overdue : waiting) {
            if (overdue.isOn(linkIndex)) {
                overdue.hasten(timers, now);
            }
        }
    }

    /// An address came, perhaps one that is waited for. Usually nobody waits: of the thousands that come when thousands
    /// of instances take over, none may cost a look at every instance.
    void onAdded(int linkIndex, Prefix prefix, MonoTime now) {
        onChanged(linkIndex, now);
        for (Overdue overdue : waiting) {
            for (PlacedAddress address : overdue.instance().wanted()) {
                if (address.linkIndex() == linkIndex && AddressDifference.isPrefix(address, prefix)) {
                    atLast(overdue.instance(), address, now);
                }
            }
        }
    }

    /// Tries again.
    void addOverdue(Overdue overdue, MonoTime now) {
        outbox.changeAddresses(overdue.instance(), List.of(), overdue.take(timers, now));
    }

    private void waitFor(Overdue overdue) {
        if (!waiting.contains(overdue)) {
            waiting.add(overdue);
        }
    }

    private boolean atLast(Instance instance, PlacedAddress address, MonoTime now) {
        boolean overdue = instance.overdue.settle(address, timers);
        if (overdue) {
            outbox.log(Action.Log.Level.INFO, instance, address.address().prefix() + " is there at last");
            announcer.announce(instance, address, instance.spec().garp().repeat(), now);
        }
        return overdue;
    }

    void onApplied(Instance instance, NodeEvent.AddressesApplied applied, MonoTime now) {
        failed(instance, applied.failed(), now);
        added(instance, applied.added(), now);
    }

    private void failed(Instance instance, List<NodeEvent.AddressesApplied.Failure> failures, MonoTime now) {
        for (NodeEvent.AddressesApplied.Failure failure : failures) {
            PlacedAddress address = failure.address();
            Prefix prefix = address.address().prefix();
            noteFailure(instance, address);
            if (!instance.isMaster()) {
                warn(instance, prefix + ": " + failure.reason());
            } else if (instance.restores.isAsked(address)) {
                giveUp(instance, prefix + " was deleted and cannot be put back: " + failure.reason(), now);
            } else if (instance.overdue.note(address, timers, now)) {
                waitFor(instance.overdue);
                warn(instance, prefix + " cannot be added: " + failure.reason() + "; trying again until it can");
            }
        }
    }

    private void warn(Instance instance, String text) {
        outbox.log(Action.Log.Level.WARNING, instance, text);
    }

    /// A master could not add it, anybody else could not remove it: either way it was taken as done.
    private void noteFailure(Instance instance, PlacedAddress address) {
        if (instance.isMaster()) {
            kernel.removeAddress(address.linkIndex(), address.address().prefix());
        } else {
            kernel.addAddress(address.linkIndex(), address.address().prefix());
        }
    }

    private void added(Instance instance, List<PlacedAddress> added, MonoTime now) {
        for (PlacedAddress address : added) {
            if (!instance.isMaster() || atLast(instance, address, now) || !instance.restores.isAsked(address)) {
                continue;
            }
            instance.restores.answered(address);
            outbox.log(Action.Log.Level.INFO, instance,
                    address.address().prefix() + " was deleted by somebody else and is put back");
            announcer.announce(instance, address, instance.spec().garp().repeat(), now);
            if (instance.restores.isTooOften(address, now)) {
                giveUp(instance, address.address().prefix() + " is deleted again and again", now);
            }
        }
    }

    private void giveUp(Instance instance, String evidence, MonoTime now) {
        warn(instance, evidence + ", giving up mastership");
        stepper.step(instance, new VrrpEvent.AddressLost(
                new Cause(Trigger.ADDRESS_DELETED, evidence, "vrrp.md 4.5")), now);
    }
}
