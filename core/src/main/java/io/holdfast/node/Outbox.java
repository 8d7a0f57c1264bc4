package io.holdfast.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The actions an event leads to. What they do to addresses is taken as done at once: the kernel's own report may come
/// late, and until then the next decision must not rest on what was true before.
final class Outbox {
    private final List<Action> actions = new ArrayList<>();
    private final List<Action> view = Collections.unmodifiableList(actions);
    private final LinkTable kernel;

    Outbox(LinkTable kernel) {
        this.kernel = kernel;
    }

    void clear() {
        actions.clear();
    }

    List<Action> view() {
        return view;
    }

    void add(Action action) {
        actions.add(action);
    }

    void log(Action.Log.Level level, Instance instance, String text) {
        actions.add(new Action.Log(level, "(" + instance.id().name() + ") " + text));
    }

    void addAddresses(Instance instance) {
        if (!instance.placed.isEmpty()) {
            actions.add(new Action.AddAddresses(instance.id()));
            nowThere(instance.placed);
        }
    }

    void removeAddresses(Instance instance) {
        if (!instance.placed.isEmpty()) {
            actions.add(new Action.RemoveAddresses(instance.id()));
            nowGone(instance.placed);
        }
    }

    void changeAddresses(Instance instance, List<PlacedAddress> remove, List<PlacedAddress> add) {
        if (!remove.isEmpty() || !add.isEmpty()) {
            actions.add(new Action.ChangeAddresses(instance.id(), remove, add));
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
