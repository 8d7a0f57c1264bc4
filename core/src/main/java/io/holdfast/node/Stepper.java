package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.notify.Notice;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.Transition;
import io.holdfast.vrrp.VrrpAction;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpEvent;
import io.holdfast.vrrp.VrrpMachine;
import io.holdfast.vrrp.VrrpStateName;
import java.util.List;
import java.util.Optional;

/// Takes one instance through one event: new state, new deadline, and its wishes as actions of the node.
final class Stepper {
    private final Outbox outbox;
    private final TimerHeap timers;
    private final WallClock clock;
    private final Announcer announcer;
    private final Lateness lateness;
    private Optional<Groups> groups = Optional.empty();

    Stepper(Outbox outbox, TimerHeap timers, WallClock clock, Announcer announcer, Lateness lateness) {
        this.outbox = outbox;
        this.timers = timers;
        this.clock = clock;
        this.announcer = announcer;
        this.lateness = lateness;
    }

    /// @param followers who is told of every new state
    void reportTo(Groups followers) {
        groups = Optional.of(followers);
    }

    static Notice.Event eventOf(VrrpStateName state) {
        return switch (state) {
            case MASTER -> Notice.Event.MASTER;
            case BACKUP, INIT -> Notice.Event.BACKUP;
            case FAULT -> Notice.Event.FAULT;
            case DELETED -> Notice.Event.DELETED;
            case STOP -> Notice.Event.STOP;
        };
    }

    void step(Instance instance, VrrpEvent event, MonoTime now) {
        VrrpStateName before = instance.state.name();
        Transition transition = VrrpMachine.on(instance.spec(), instance.state, event, now);
        instance.state = transition.state();
        lateness.note(instance.state);
        timers.arm(instance, transition.state().nextDeadline());
        if (before != VrrpStateName.MASTER && instance.isMaster()) {
            instance.association().becomesMaster();
        }
        if (before != instance.state.name()) {
            noteHeard(instance, now);
        }
        List<VrrpAction> actions = transition.actions();
        for (int i = 0; i < actions.size(); i++) {
            if (event instanceof VrrpEvent.AdvertReceived && before == instance.state.name()
                    && actions.get(i) instanceof VrrpAction.Log log) {
                outbox.logPacket(instance, line(log), now);
            } else {
                perform(instance, actions.get(i), transition, now);
            }
        }
        if (before != instance.state.name()) {
            changed(instance, before, transition, now);
            // An owner that waits for the end of the start-up delay does so without a word.
            if (groups.isPresent() && transition.cause().isPresent()) {
                groups.get().follow(instance, before, transition.cause().get(), now);
            }
        } else if (event instanceof VrrpEvent.AdvertReceived heard && instance.isMaster()) {
            tellOfWeaker(instance, heard, now);
        }
    }

    /// No more often than we advertise, however often the other one does.
    private void tellOfWeaker(Instance instance, VrrpEvent.AdvertReceived heard, MonoTime now) {
        int above = Integer.compare(instance.state.priority(), heard.advert().priority());
        boolean weaker = above > 0 || (above == 0 && heard.advert().source().compareTo(heard.self()) < 0);
        if (weaker && !heard.advert().isResignation()
                && !now.isBefore(instance.weakerToldAt.plus(instance.spec().advertInterval()))) {
            instance.weakerToldAt = now;
            outbox.tell(instance, Notice.Event.MASTER_RX_LOWER_PRI);
        }
    }

    /// Since the last change; what was heard before belongs to that.
    private void noteHeard(Instance instance, MonoTime now) {
        List<Arrivals> heard = instance.lastHeard.ofLast(instance.since);
        if (!heard.isEmpty()) {
            outbox.add(new Action.Note(new Observation.Heard(instance.id(), heard.getFirst(), now)));
        }
    }

    private void changed(Instance instance, VrrpStateName before, Transition transition, MonoTime now) {
        VrrpStateName after = instance.state.name();
        boolean resumed = transition.cause().isPresent() && transition.cause().get().trigger() == Trigger.RESUMED;
        if (!resumed) {
            instance.since = now;
        }
        instance.cause = transition.cause();
        if (after == VrrpStateName.MASTER && !resumed) {
            instance.counters.count(VrrpCounter.BECAME_MASTER);
        } else if (before == VrrpStateName.MASTER && after != VrrpStateName.INIT) {
            instance.counters.count(VrrpCounter.RELEASED_MASTER);
        }
        if (after == VrrpStateName.MASTER || before == VrrpStateName.MASTER) {
            instance.clearLogged();
            instance.restores.clear();
            instance.overdue.clear(timers);
        }
    }

    /// A chain of `instanceof`, cheap from the first time on: this is the failover path.
    private void perform(Instance instance, VrrpAction action, Transition transition, MonoTime now) {
        if (action instanceof VrrpAction.SendAdvert advert) {
            sendAdvert(instance, advert.priority(), now);
        } else if (action instanceof VrrpAction.AddAddresses) {
            outbox.addAddresses(instance);
        } else if (action instanceof VrrpAction.Announce announce) {
            announcer.announce(instance, announce.rounds(), now);
        } else if (action instanceof VrrpAction.RemoveAddresses) {
            outbox.removeAddresses(instance);
        } else if (action instanceof VrrpAction.Notify notify) {
            outbox.add(new Action.Notify(instance.id(), notify.state(), notify.priority(),
                    transition.cause().orElseThrow()));
            outbox.tell(instance, eventOf(notify.state()));
        } else if (action instanceof VrrpAction.Resume resume) {
            instance.since = resume.since();
            outbox.add(new Action.Resume(instance.id(), resume.priority(), resume.since(),
                    transition.cause().orElseThrow()));
        } else if (action instanceof VrrpAction.Log log) {
            outbox.add(line(log));
        }
    }

    private static Action.Log line(VrrpAction.Log log) {
        return new Action.Log(log.detail() ? Action.Log.Level.DETAIL : Action.Log.Level.INFO, log.text());
    }

    private void sendAdvert(Instance instance, int priority, MonoTime now) {
        outbox.add(instance.advert(priority, clock.utcNanos(now)));
        instance.counters.count(VrrpCounter.ADVERTS_SENT);
        if (priority == Priority.RESIGN) {
            instance.counters.count(VrrpCounter.PRIORITY_ZERO_SENT);
        }
    }
}
