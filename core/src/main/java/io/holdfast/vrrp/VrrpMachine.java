package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpAction.AddAddresses;
import io.holdfast.vrrp.VrrpAction.Announce;
import io.holdfast.vrrp.VrrpAction.Log;
import io.holdfast.vrrp.VrrpAction.Notify;
import io.holdfast.vrrp.VrrpAction.RemoveAddresses;
import io.holdfast.vrrp.VrrpAction.SendAdvert;
import io.holdfast.vrrp.VrrpEvent.AddressLost;
import io.holdfast.vrrp.VrrpEvent.AdvertReceived;
import io.holdfast.vrrp.VrrpEvent.DelayChanged;
import io.holdfast.vrrp.VrrpEvent.FaultFound;
import io.holdfast.vrrp.VrrpEvent.FaultsCleared;
import io.holdfast.vrrp.VrrpEvent.GroupNotReady;
import io.holdfast.vrrp.VrrpEvent.GroupRose;
import io.holdfast.vrrp.VrrpEvent.GroupYielded;
import io.holdfast.vrrp.VrrpEvent.Overslept;
import io.holdfast.vrrp.VrrpEvent.PriorityChanged;
import io.holdfast.vrrp.VrrpEvent.Reconfigured;
import io.holdfast.vrrp.VrrpEvent.Resumed;
import io.holdfast.vrrp.VrrpEvent.Started;
import io.holdfast.vrrp.VrrpEvent.Stopped;
import io.holdfast.vrrp.VrrpEvent.TimerFired;
import io.holdfast.vrrp.VrrpState.Backup;
import io.holdfast.vrrp.VrrpState.Fault;
import io.holdfast.vrrp.VrrpState.Init;
import io.holdfast.vrrp.VrrpState.Master;
import io.holdfast.vrrp.VrrpState.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The election of RFC 9568 section 6.4: what was configured, where we are, what happened, when. One method for
/// each state, with keepalived's extensions (`vrrp.md` section 3) beside the paragraphs they extend.
public final class VrrpMachine {

    private VrrpMachine() {}

    public static Transition on(VrrpSpec spec, VrrpState state, VrrpEvent event, MonoTime now) {
        return switch (state) {
            case Init init -> whileInit(spec, init, event, now);
            case Fault fault -> whileFault(spec, fault, event);
            case Backup backup -> whileBackup(spec, backup, event, now);
            case Master master -> whileMaster(spec, master, event, now);
        };
    }

    /// Whether an instance without faults becomes master by starting.
    ///
    /// @param listeningFrom as with [Started]
    public static boolean startsAsMaster(VrrpSpec spec, MonoTime listeningFrom, MonoTime now) {
        return spec.isOwner() && spec.wantsMaster() && !listeningFrom.isAfter(now);
    }

    /// A reload to the other protocol version: who was heard speaks what is no longer listened to, and their interval
    /// counts for nothing. The wait goes on from where it began.
    ///
    /// @param spec the new configuration
    public static VrrpState afterVersionChange(VrrpSpec spec, VrrpState state) {
        return state instanceof Backup backup ? waitForMaster(spec, backup.priority(), backup.waitingSince()) : state;
    }

    /// RFC 9568 section 6.4.1.
    private static Transition whileInit(VrrpSpec spec, Init init, VrrpEvent event, MonoTime now) {
        return switch (event) {
            case Started(var from, boolean alone) when alone && startsAsMaster(spec, from, now) ->
                    becomeMaster(spec, init, now, new Cause(Trigger.STARTED, "priority 255", "RFC 9568 6.4.1"));
            case Started(var from, boolean alone) -> start(spec, init, from, alone);
            case Resumed resumed -> MasterRules.resume(spec, init.priority(), resumed, now);
            case FaultFound(var cause) -> enterFault(spec, init, cause, List.of());
            case PriorityChanged(int priority) -> Transition.stay(new Init(priority));
            case Reconfigured(int priority, _, _) -> Transition.stay(new Init(priority));
            case AdvertReceived _, TimerFired _, Overslept _, FaultsCleared _, AddressLost _, DelayChanged _,
                    GroupNotReady _, GroupRose _, GroupYielded _, Stopped _ -> Transition.stay(init);
        };
    }

    /// Not in the RFC: an instance without its interface or address can neither send nor hear.
    private static Transition whileFault(VrrpSpec spec, Fault fault, VrrpEvent event) {
        return switch (event) {
            case FaultsCleared(var from, var cause) -> Transition.to(
                    waitForMaster(spec, fault.priority(), from), cause, enterBackup(spec, "", fault.priority()));
            case PriorityChanged(int priority) -> Transition.stay(new Fault(priority));
            case Reconfigured(int priority, _, _) -> Transition.stay(new Fault(priority));
            case Stopped(var cause) -> Transition.to(new Init(fault.priority()), cause, List.of());
            case AdvertReceived _, TimerFired _, Overslept _, FaultFound _, AddressLost _, DelayChanged _,
                    GroupNotReady _, GroupRose _, GroupYielded _, Started _, Resumed _ -> Transition.stay(fault);
        };
    }

    /// RFC 9568 section 6.4.2.
    private static Transition whileBackup(VrrpSpec spec, Backup backup, VrrpEvent event, MonoTime now) {
        return switch (event) {
            case AdvertReceived(var advert, _) -> BackupRules.onAdvert(spec, backup, advert, now);
            case TimerFired _ when !backup.masterDownAt().isAfter(now) ->
                    becomeMaster(spec, backup, now, BackupRules.whyMasterIsDown(backup, now));
            case GroupNotReady _ when !backup.masterDownAt().isAfter(now) ->
                    BackupRules.awaitGroup(spec, backup, now);
            case GroupRose(var cause) -> becomeMaster(spec, backup, now, cause);
            case Overslept _ -> Transition.stay(BackupRules.listenAgain(spec, backup, now));
            case FaultFound(var cause) -> enterFault(spec, backup, cause, List.of());
            case PriorityChanged(int priority) -> Transition.stay(BackupRules.withPriority(spec, backup, priority),
                    priorityLine(spec, backup, priority));
            case Reconfigured(int priority, _, _) -> Transition.stay(BackupRules.reconfigured(spec, backup, priority));
            case DelayChanged(var from) when backup.waitingSince().isAfter(now) ->
                    Transition.stay(BackupRules.waitingFrom(spec, backup, from));
            case Stopped(var cause) -> Transition.to(new Init(backup.priority()), cause, List.of());
            case TimerFired _, FaultsCleared _, AddressLost _, DelayChanged _, GroupNotReady _, GroupYielded _,
                    Started _, Resumed _ -> Transition.stay(backup);
        };
    }

    /// RFC 9568 section 6.4.3.
    private static Transition whileMaster(VrrpSpec spec, Master master, VrrpEvent event, MonoTime now) {
        return switch (event) {
            case TimerFired _ -> MasterRules.onTimer(spec, master, now);
            case AdvertReceived(var advert, var self) -> MasterRules.onAdvert(spec, master, advert, self, now);
            case FaultFound(var cause) -> enterFault(spec, master, cause, resign(spec));
            case AddressLost(var cause) -> abdicate(spec, master, cause, now);
            case GroupYielded(var cause) -> giveWay(spec, master, cause, now);
            case PriorityChanged(int priority) ->
                    Transition.stay(MasterRules.withPriority(master, priority), priorityLine(spec, master, priority));
            case Reconfigured reconfigured -> MasterRules.reconfigured(spec, master, reconfigured, now);
            case Stopped(var cause) -> Transition.to(new Init(master.priority()), cause, resign(spec));
            case Overslept _ when spec.options().timerExpiredBackup().isPresent() && Stall.isOver(spec, master, now) ->
                    overslept(spec, master, now);
            case Overslept _, FaultsCleared _, DelayChanged _, GroupNotReady _, GroupRose _, Started _, Resumed _ ->
                    Transition.stay(master);
        };
    }

    /// An owner held up by the start-up delay waits for its end only, and says nothing before (`vrrp.md` 3.3).
    private static Transition start(VrrpSpec spec, Init init, MonoTime from, boolean alone) {
        if (alone && spec.isOwner() && spec.wantsMaster()) {
            return Transition.stay(new Backup(init.priority(), spec.advertInterval(), from, Patience.NONE, from,
                    Optional.empty(), Optional.empty(), Optional.empty()));
        }
        Cause cause = new Cause(Trigger.STARTED, "priority " + init.priority(), "RFC 9568 6.4.1");
        return Transition.to(waitForMaster(spec, init.priority(), from), cause,
                enterBackup(spec, " (init)", init.priority()));
    }

    /// In the order of `vrrp.md` 4.1: the advertisement first, so that an old master takes its addresses away before
    /// ours are announced.
    private static Transition becomeMaster(VrrpSpec spec, VrrpState before, MonoTime now, Cause cause) {
        int priority = spec.isOwner() ? Priority.OWNER : before.priority();
        List<VrrpAction> actions = new ArrayList<>(6);
        actions.add(new SendAdvert(priority));
        actions.add(new AddAddresses());
        actions.add(new Announce(spec.garp().repeat()));
        if (cause.trigger() == Trigger.MASTER_DOWN) {
            actions.add(new Log(true, line(spec, "Receive advertisement timeout")));
        }
        actions.add(new Log(false, line(spec, "Entering MASTER STATE")));
        actions.add(new Notify(VrrpStateName.MASTER, priority));
        Master master = new Master(priority, now.plus(spec.advertInterval()),
                GarpTimers.onBecomingMaster(spec.garp(), now), OwnerRival.NONE, Optional.empty());
        return Transition.to(master, cause, actions);
    }

    /// The addresses cannot be kept: everything is removed and only the skew waited for (`vrrp.md` 4.5).
    private static Transition abdicate(VrrpSpec spec, Master master, Cause cause, MonoTime now) {
        List<VrrpAction> actions = new ArrayList<>(resign(spec));
        actions.addAll(enterBackup(spec, "", master.priority()));
        Duration interval = spec.advertInterval();
        Backup backup = new Backup(master.priority(), interval, now, Patience.SKEW,
                now.plusMicros(MasterDown.skewMicros(spec, master.priority(), interval)),
                Optional.empty(), Optional.empty(), Optional.empty());
        return Transition.to(backup, cause, actions);
    }

    /// Without a resignation, which would make the backups of whoever is master now take over (`vrrp.md` 3.8).
    private static Transition overslept(VrrpSpec spec, Master master, MonoTime now) {
        List<VrrpAction> actions = new ArrayList<>(4);
        actions.add(new RemoveAddresses());
        actions.add(new Log(false, line(spec, "overslept, another router may be master by now")));
        actions.addAll(enterBackup(spec, "", master.priority()));
        Cause cause = new Cause(Trigger.OVERSLEPT, "no advertisement sent since "
                + now.since(master.nextAdvert().minus(spec.advertInterval())).toMillis() + " ms", "vrrp.md 3.8");
        return Transition.to(waitForMaster(spec, master.priority(), now), cause, actions);
    }

    /// Somebody better is master of another instance of the sync group, and with it of all of them: nobody waits for a
    /// resignation (`vrrp.md` 5.3).
    private static Transition giveWay(VrrpSpec spec, Master master, Cause cause, MonoTime now) {
        List<VrrpAction> actions = new ArrayList<>(3);
        actions.add(new RemoveAddresses());
        actions.addAll(enterBackup(spec, "", master.priority()));
        return Transition.to(waitForMaster(spec, master.priority(), now), cause, actions);
    }

    /// @param before what has to be done first
    private static Transition enterFault(VrrpSpec spec, VrrpState state, Cause cause, List<VrrpAction> before) {
        List<VrrpAction> actions = new ArrayList<>(before);
        actions.add(new Log(false, line(spec, "Entering FAULT STATE")));
        actions.add(new Notify(VrrpStateName.FAULT, state.priority()));
        return Transition.to(new Fault(state.priority()), cause, actions);
    }

    /// RFC 9568 section 6.4.3 on shutdown: tell the others not to wait.
    private static List<VrrpAction> resign(VrrpSpec spec) {
        return List.of(new SendAdvert(Priority.RESIGN), new RemoveAddresses(),
                new Log(true, line(spec, "sent 0 priority")));
    }

    static List<VrrpAction> enterBackup(VrrpSpec spec, String suffix, int priority) {
        return List.of(new Log(false, line(spec, "Entering BACKUP STATE" + suffix)),
                new Notify(VrrpStateName.BACKUP, priority));
    }

    private static Backup waitForMaster(VrrpSpec spec, int priority, MonoTime from) {
        Duration interval = spec.advertInterval();
        return new Backup(priority, interval, from, Patience.MASTER_DOWN,
                from.plusMicros(MasterDown.intervalMicros(spec, priority, interval)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Log priorityLine(VrrpSpec spec, VrrpState state, int priority) {
        return new Log(false, line(spec, "Changing effective priority from " + state.priority() + " to " + priority));
    }

    static String line(VrrpSpec spec, String text) {
        return "(" + spec.name() + ") " + text;
    }

    /// RFC 9568 section 6.4.3: at equal priority the higher address wins.
    static int compareRank(Advert advert, int priority, IpAddress self) {
        return advert.priority() != priority ? Integer.compare(advert.priority(), priority)
                : advert.source().compareTo(self);
    }
}
