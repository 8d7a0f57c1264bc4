package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.Observation;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.VirtualRouter;
import io.holdfast.vrrp.VrrpStateName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps a journal true to what was carried out. Told of each action after it is done: what the journal says of a
/// mastership has then happened, and a process that ends in between has left less behind than it did, never more.
public final class Recorder {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Journal journal;
    private final Chatter chatter = new Chatter();
    private final Map<InstanceId, Entry> entries = new HashMap<>();

    private static final class Entry {
        private final Slot slot;
        /// The interval of the next advertisement; that of the last is in the slot.
        private long interval;

        private Entry(Slot slot) {
            this.slot = slot;
        }
    }

    public Recorder(Journal journal) {
        this.journal = journal;
    }

    /// This process begins.
    ///
    /// @param wallMillis milliseconds since 1970
    public void started(MonoTime now, long wallMillis, int pid, int instances) {
        journal.setWallClock(wallMillis * NANOS_PER_MILLI - now.nanos());
        journal.append(new JournalEvent.Started(now, wallMillis, pid, instances));
    }

    /// Somebody set the wall clock.
    ///
    /// @param wallMillis milliseconds since 1970
    public void clockSet(MonoTime now, long wallMillis) {
        journal.setWallClock(wallMillis * NANOS_PER_MILLI - now.nanos());
        journal.append(new JournalEvent.ClockSet(now, wallMillis));
    }

    /// Another configuration takes effect.
    public void reloaded(MonoTime now, int instances) {
        journal.append(new JournalEvent.Reloaded(now, instances));
    }

    /// It was told to end, and has done what there was to do.
    public void stopped(MonoTime now) {
        journal.append(new JournalEvent.Stopped(now));
    }

    /// @param action was carried out; an advertisement only if it left
    /// @param time   of an advertisement, a moment not after it left
    public void carriedOut(Action action, MonoTime time) {
        if (action instanceof Action.SendAdvert send) {
            sent(send, time);
        } else if (action instanceof Action.Notify notify) {
            changed(notify, time);
        } else if (action instanceof Action.Resume resume) {
            resumed(resume, time);
        } else if (action instanceof Action.ReportRefusal refused) {
            chatter(new JournalEvent.Refused(time, refused.instance().name(), refused.source().toString(),
                    refused.reason().name()));
        } else if (action instanceof Action.NotifyGroup group) {
            journal.append(new JournalEvent.GroupChanged(time, group.group(), group.state().name(),
                    group.cause().trigger().name(), group.cause().evidence(), group.cause().rule()));
        } else if (action instanceof Action.Reprioritize changed) {
            reprioritized(changed, time);
        } else if (action instanceof Action.Note note) {
            noted(note.observation(), time);
        } else if (action instanceof Action.Prepare prepare) {
            prepared(prepare.plan());
        } else if (action instanceof Action.Release release) {
            released(release.instance());
        }
    }

    private void sent(Action.SendAdvert send, MonoTime time) {
        Entry entry = entries.get(send.instance());
        if (entry == null) {
            return;
        }
        Slot slot = entry.slot;
        slot.lastAdvert = send.priority() == Priority.RESIGN ? 0 : time.nanos();
        slot.interval = entry.interval;
        slot.adverts++;
        journal.write(slot);
    }

    /// What somebody outside can bring about as often as they like.
    private void chatter(JournalEvent event) {
        long leftOut = chatter.leftOutBefore(event.at());
        if (leftOut > 0) {
            journal.append(new JournalEvent.LeftOut(event.at(), leftOut));
        }
        if (leftOut >= 0) {
            journal.append(event);
        }
    }

    private void reprioritized(Action.Reprioritize changed, MonoTime time) {
        Entry entry = entries.get(changed.instance());
        if (entry != null) {
            entry.slot.priority = changed.priority();
            journal.write(entry.slot);
        }
        chatter(new JournalEvent.Reprioritized(time, changed.instance().name(), changed.priority(),
                changed.reckoning()));
    }

    private void noted(Observation observation, MonoTime time) {
        if (observation instanceof Observation.Heard of) {
            journal.append(new JournalEvent.Heard(time, of.instance().name(), of.heard().source().toString(),
                    of.heard().priority(), of.heard().times(), of.until()));
        } else if (observation instanceof Observation.Said of) {
            chatter(new JournalEvent.Said(time, of.kind().word(), of.name(), of.said()));
        } else if (observation instanceof Observation.Late late) {
            chatter(new JournalEvent.Late(time, late.by()));
        }
    }

    private void changed(Action.Notify notify, MonoTime time) {
        boolean master = notify.state() == VrrpStateName.MASTER;
        String before = stateOf(notify.instance());
        stands(notify.instance(), notify.state(), notify.priority(), master ? time : new MonoTime(0));
        Cause cause = notify.cause();
        journal.append(new JournalEvent.Changed(time, notify.instance().name(), notify.state().name(),
                notify.priority(), cause.trigger().name(), cause.evidence(), cause.rule(), before));
    }

    private String stateOf(InstanceId instance) {
        Entry entry = entries.get(instance);
        return entry == null ? "" : entry.slot.state.name();
    }

    private void resumed(Action.Resume resume, MonoTime time) {
        stands(resume.instance(), VrrpStateName.MASTER, resume.priority(), resume.since());
        journal.append(new JournalEvent.Resumed(time, resume.instance().name(), resume.priority(), resume.since(),
                resume.cause().evidence()));
    }

    private void stands(InstanceId instance, VrrpStateName state, int priority, MonoTime since) {
        Entry entry = entries.get(instance);
        if (entry != null) {
            entry.slot.state = state;
            entry.slot.priority = priority;
            entry.slot.since = since.nanos();
            journal.write(entry.slot);
        }
    }

    /// Peers of another virtual router, or of another version, have heard nothing from us yet.
    private void prepared(InstancePlan plan) {
        Optional<Entry> entry = entry(plan.id());
        if (entry.isEmpty()) {
            return;
        }
        Slot slot = entry.get().slot;
        entry.get().interval = plan.spec().advertInterval().toNanos();
        long router = VirtualRouter.fingerprint(plan.spec());
        if (slot.router != router) {
            slot.router = router;
            slot.lastAdvert = 0;
        }
        journal.write(slot);
    }

    /// Empty if there is no room: more instances than the journal was made for.
    private Optional<Entry> entry(InstanceId instance) {
        Entry known = entries.get(instance);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Slot> slot = journal.take(instance.name());
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = new Entry(slot.get());
        entries.put(instance, entry);
        return Optional.of(entry);
    }

    private void released(InstanceId instance) {
        Entry entry = entries.remove(instance);
        if (entry != null) {
            journal.release(entry.slot);
        }
    }
}
