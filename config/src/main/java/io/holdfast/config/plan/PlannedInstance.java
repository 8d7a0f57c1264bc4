package io.holdfast.config.plan;

import io.holdfast.config.vrrp.AddressText;
import io.holdfast.node.ReloadPlan;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.List;

/// What a reload means to one instance.
///
/// @param name     what it is called afterwards, or was called last
/// @param formerly what it was called before
/// @param settings what differs
/// @param asMaster what that does on the network if the instance is master; a backup does none of it
/// @param then     the state a new virtual router starts in; empty where none starts
public record PlannedInstance(Kind kind, String name, String formerly, List<SettingChange> settings,
        Effect asMaster, String then) {

    public PlannedInstance {
        settings = List.copyOf(settings);
    }

    /// How much of it stays.
    public enum Kind {
        /// It notices nothing.
        KEPT,
        /// It keeps its state, its statistics and the start of its wait.
        CHANGED,
        /// It starts.
        ADDED,
        /// It resigns and ends.
        REMOVED,
        /// Of the same name, but another virtual router: one is removed, one added.
        REPLACED
    }

    /// What others notice.
    ///
    /// @param resigns    priority 0 is sent
    /// @param removed    addresses that are taken away
    /// @param added      addresses that are put in place; then all are announced
    /// @param advertises an advertisement leaves out of turn
    public record Effect(boolean resigns, List<String> removed, List<String> added, boolean advertises) {
        static final Effect NONE = new Effect(false, List.of(), List.of(), false);

        public Effect {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }

        public boolean isNone() {
            return equals(NONE);
        }

        private String text() {
            List<String> parts = new ArrayList<>();
            if (resigns) {
                parts.add("resigns with priority 0");
            }
            if (!removed.isEmpty()) {
                parts.add("removes " + String.join(", ", removed));
            }
            if (!added.isEmpty()) {
                parts.add("adds " + String.join(", ", added) + " and announces its addresses");
            }
            if (advertises) {
                parts.add("sends an advertisement");
            }
            return String.join(", ", parts);
        }
    }

    static PlannedInstance kept(VrrpSpec spec) {
        return new PlannedInstance(Kind.KEPT, spec.name(), spec.name(), List.of(), Effect.NONE, "");
    }

    static PlannedInstance changed(ReloadPlan.Change change) {
        return new PlannedInstance(Kind.CHANGED, change.after().name(), change.before().name(),
                InstanceChanges.between(change.before(), change.after()),
                new Effect(false, where(change.addressesRemoved()), where(change.addressesAdded()), change.isHeard()),
                "");
    }

    static PlannedInstance added(VrrpSpec spec) {
        return new PlannedInstance(Kind.ADDED, spec.name(), spec.name(), List.of(), Effect.NONE, start(spec));
    }

    static PlannedInstance removed(VrrpSpec spec) {
        return new PlannedInstance(Kind.REMOVED, spec.name(), spec.name(), List.of(), end(spec), "");
    }

    static PlannedInstance replaced(VrrpSpec before, VrrpSpec after) {
        return new PlannedInstance(Kind.REPLACED, after.name(), before.name(), InstanceChanges.between(before, after),
                end(before), start(after));
    }

    private static Effect end(VrrpSpec spec) {
        return new Effect(true, where(spec.held()), List.of(), false);
    }

    private static String start(VrrpSpec spec) {
        return spec.isOwner() && spec.wantsMaster() ? "MASTER" : "BACKUP";
    }

    private static List<String> where(List<VirtualAddress> addresses) {
        return addresses.stream().map(AddressText::where).toList();
    }

    public boolean isRenamed() {
        return !formerly.equals(name);
    }

    /// One line, as the log has it.
    String line() {
        return "(" + name + ") " + what()
                + (asMaster.isNone() ? "" : "; as master it " + asMaster.text())
                + (kind == Kind.REPLACED ? "; the new one starts as " + then : "");
    }

    private String what() {
        return switch (kind) {
            case KEPT -> "untouched";
            case CHANGED -> (isRenamed() ? "renamed from " + formerly : "")
                    + (isRenamed() && !settings.isEmpty() ? ", " : "")
                    + (settings.isEmpty() ? "" : "changed: " + SettingChange.texts(settings));
            case ADDED -> "added: starts as " + then;
            case REMOVED -> "removed";
            case REPLACED -> "replaced by another virtual router: " + SettingChange.texts(settings);
        };
    }
}
