package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.notify.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The actions an event leads to. What they do to addresses is taken as done at once: the kernel's own report may come
/// late, and until then the next decision must not rest on what was true before.
final class Outbox {
    private final List<Action> actions = new ArrayList<>();
    private final List<Action> view = Collections.unmodifiableList(actions);
    private final List<Action> later = new ArrayList<>();
    private final LinkTable kernel;
    private boolean advertsFirst;

    Outbox(LinkTable kernel) {
        this.kernel = kernel;
    }

    void clear() {
        actions.clear();
    }

    List<Action> view() {
        return view;
    }

    /// From now on advertisements overtake everything else: when many instances take over at once, the last must not
    /// wait with its advertisement until the addresses of all others are in place. Weaker backups would be faster.
    void advertsFirst() {
        advertsFirst = true;
    }

    void thenTheRest() {
        advertsFirst = false;
        if (!later.isEmpty()) {
            actions.addAll(later);
            later.clear();
        }
    }

    void add(Action action) {
        if (advertsFirst && !(action instanceof Action.SendAdvert)) {
            later.add(action);
        } else {
            actions.add(action);
        }
    }

    void log(Action.Log.Level level, Instance instance, String text) {
        add(new Action.Log(level, "(" + instance.id().name() + ") " + text));
    }

    /// A line that whoever sends us packets can bring about.
    void logPacket(Instance instance, Action line, MonoTime now) {
        if (!instance.packetLines.take(now)) {
            return;
        }
        long leftOut = instance.packetLines.leftOut();
        if (leftOut > 0) {
            log(Action.Log.Level.INFO, instance, "lines about packets left out: " + leftOut);
        }
        add(line);
    }

    /// For the books.
    void note(Observation.Kind kind, String name, String said) {
        add(new Action.Note(new Observation.Said(kind, name, said)));
    }

    /// The effective priority changed without the state.
    ///
    /// @param reckoning how it comes about
    void tellPriority(Instance instance, String reckoning) {
        add(new Action.Reprioritize(instance.id(), instance.state.priority(), reckoning));
        if (instance.notifications.priorityChanges()) {
            add(new Action.Tell(new Notice(Notice.Subject.INSTANCE, instance.id().name(), instance.isMaster()
                    ? Notice.Event.MASTER_PRIORITY : Notice.Event.BACKUP_PRIORITY, instance.state.priority(),
                    instance.notifications)));
        }
    }

    /// Something happened that operators may want to be told of.
    void tell(Instance instance, Notice.Event event) {
        add(new Action.Tell(new Notice(Notice.Subject.INSTANCE, instance.id().name(), event,
                instance.state.priority(), instance.notifications)));
    }

    void addAddresses(Instance instance) {
        if (!instance.placed.isEmpty()) {
            add(new Action.AddAddresses(instance.id()));
            nowThere(instance.placed);
        }
    }

    void removeAddresses(Instance instance) {
        if (!instance.placed.isEmpty()) {
            add(new Action.RemoveAddresses(instance.id()));
            nowGone(instance.placed);
        }
    }

    void changeAddresses(Instance instance, List<PlacedAddress> remove, List<PlacedAddress> add) {
        if (!remove.isEmpty() || !add.isEmpty()) {
            add(new Action.ChangeAddresses(instance.id(), remove, add));
            nowGone(remove);
            nowThere(add);
        }
    }

    private void nowThere(List<PlacedAddress> addresses) {
        for (PlacedAddress address : addresses) {
            kernel.addAddress(address.linkIndex(), address.address().prefix());
        }
    }

    private void nowGone(List<PlacedAddress> addresses) {
        for (PlacedAddress address : addresses) {
            kernel.removeAddress(address.linkIndex(), address.address().prefix());
        }
    }
}
