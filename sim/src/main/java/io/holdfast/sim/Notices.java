package io.holdfast.sim;

import io.holdfast.node.Action;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.NodeSpec;
import io.holdfast.notify.Notice;
import io.holdfast.vrrp.VrrpStateName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Judges what operators are told (`vrrp.md` 5.4): of every change of state once, right after it, with the priority of
/// that moment; of a sync group when all of its members have its state; of nothing that is no news.
final class Notices {
    private final World world;
    private final Host host;
    private final Map<String, VrrpStateName> instances = new HashMap<>();
    private final Map<String, VrrpStateName> groups = new HashMap<>();

    Notices(World world, Host host) {
        this.world = world;
        this.host = host;
    }

    /// @param actions all that one event led to
    /// @param spec    the configuration in effect
    void check(List<Action> actions, NodeSpec spec) {
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            if (action instanceof Action.Notify notify) {
                changes(instances, notify.instance().name(), notify.state());
                // Of an instance that is gone operators hear as they asked for.
                if (notify.state() != VrrpStateName.DELETED) {
                    expect(told(actions, i), Notice.Subject.INSTANCE, notify.instance().name(), notify.state(),
                            notify.priority());
                }
            } else if (action instanceof Action.NotifyGroup(var group, var state, _)) {
                changes(groups, group, state);
                expect(told(actions, i), Notice.Subject.GROUP, group, state, 0);
                checkMembers(group, state, spec);
            } else if (action instanceof Action.Tell(var notice) && isAboutState(notice)) {
                checkReason(actions, i, notice);
            } else if (action instanceof Action.Resume(var instance, _, _, _)) {
                instances.put(instance.name(), VrrpStateName.MASTER);
            }
        }
    }

    private static boolean isAboutState(Notice notice) {
        return switch (notice.event()) {
            case MASTER, BACKUP, FAULT, STOP, DELETED -> true;
            case MASTER_RX_LOWER_PRI, MASTER_PRIORITY, BACKUP_PRIORITY -> false;
        };
    }

    private void changes(Map<String, VrrpStateName> known, String name, VrrpStateName state) {
        if (state == VrrpStateName.DELETED) {
            known.remove(name);
        } else if (known.put(name, state) == state && state != VrrpStateName.STOP) {
            throw violation("tells of " + name + " twice that it is " + state);
        }
    }

    /// Whom it tells right after an action, or after the lines for the log that follow it.
    private Notice told(List<Action> actions, int after) {
        for (int i = after + 1; i < actions.size(); i++) {
            if (actions.get(i) instanceof Action.Tell(var notice)) {
                return notice;
            } else if (!(actions.get(i) instanceof Action.Log)) {
                break;
            }
        }
        throw violation("tells nobody of " + actions.get(after));
    }

    private void expect(Notice notice, Notice.Subject subject, String name, VrrpStateName state, int priority) {
        if (notice.subject() != subject || !notice.name().equals(name)
                || !notice.event().name().equals(state.name()) || notice.priority() != priority) {
            throw violation("tells " + notice + " when " + name + " is " + state + " with priority " + priority);
        }
    }

    private void checkReason(List<Action> actions, int at, Notice notice) {
        Action before = at == 0 ? actions.get(at) : actions.get(at - 1);
        boolean right = notice.subject() == Notice.Subject.GROUP ? before instanceof Action.NotifyGroup
                : before instanceof Action.Notify;
        if (!right) {
            throw violation("tells " + notice + " for no reason");
        }
    }

    private void checkMembers(String group, VrrpStateName state, NodeSpec spec) {
        if (state == VrrpStateName.STOP) {
            return;
        }
        List<String> members = spec.surroundings().syncGroups().stream()
                .filter(one -> one.name().equals(group)).findFirst().orElseThrow().members();
        for (InstanceStatus status : host.status()) {
            boolean same = status.state().name() == state
                    || (state == VrrpStateName.FAULT && status.state().name() == VrrpStateName.INIT);
            if (members.contains(status.spec().name()) && !same) {
                throw violation("tells that group " + group + " is " + state + ", but " + status.id() + " is "
                        + status.state().name());
            }
        }
    }

    private Violation violation(String text) {
        return world.violation(host.name() + " " + text);
    }
}
