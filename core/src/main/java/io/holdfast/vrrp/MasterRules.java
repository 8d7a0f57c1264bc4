package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpAction.AddAddresses;
import io.holdfast.vrrp.VrrpAction.Announce;
import io.holdfast.vrrp.VrrpAction.Log;
import io.holdfast.vrrp.VrrpAction.RemoveAddresses;
import io.holdfast.vrrp.VrrpAction.Resume;
import io.holdfast.vrrp.VrrpAction.SendAdvert;
import io.holdfast.vrrp.VrrpEvent.Reconfigured;
import io.holdfast.vrrp.VrrpState.Backup;
import io.holdfast.vrrp.VrrpState.Master;
import io.holdfast.vrrp.VrrpState.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a master does on its timers and makes of other masters (RFC 9568 section 6.4.3, `vrrp.md` 3.6 and 3.7).
final class MasterRules {
    /// Answers are at least so far apart, or a quarter of the advertisement interval if that is less: whoever sends us
    /// advertisements in a storm must not make us send one.
    private static final Duration ANSWER_SPACING = Duration.ofMillis(10);

    private MasterRules() {}

    /// Goes on where the process before this one was killed (`vrrp.md` 3.11): the next advertisement before anybody
    /// waits in vain, and nothing that would look like a change of state.
    static Transition resume(VrrpSpec spec, int configured, VrrpEvent.Resumed resumed, MonoTime now) {
        int priority = spec.isOwner() ? Priority.OWNER : configured;
        String silence = BackupRules.seconds(now.since(resumed.lastAdvert())) + " s";
        List<VrrpAction> actions = new ArrayList<>(5);
        actions.add(new SendAdvert(priority));
        if (resumed.addressesMissing()) {
            actions.add(new AddAddresses());
            actions.add(new Announce(spec.garp().repeat()));
        }
        actions.add(new Log(false, VrrpMachine.line(spec,
                "resuming MASTER STATE, last advertisement " + silence + " ago")));
        actions.add(new Resume(priority, resumed.since()));
        Master master = new Master(priority, now.plus(spec.advertInterval()),
                GarpTimers.onResuming(spec.garp(), resumed.since(), resumed.addressesMissing(), now), OwnerRival.NONE,
                Optional.empty());
        return Transition.to(master, new Cause(Trigger.RESUMED,
                "the process before this one was master, its last advertisement " + silence + " ago",
                "vrrp.md 3.11"), actions);
    }

    static Transition onTimer(VrrpSpec spec, Master master, MonoTime now) {
        if (!master.nextAdvert().isAfter(now) && master.garp().next().isAfter(now)
                && master.rival().deadline().isAfter(now)) {
            return Transition.stay(advertised(spec, master, now), new SendAdvert(master.priority()));
        }
        List<VrrpAction> actions = new ArrayList<>(3);
        Master next = master;
        if (!master.nextAdvert().isAfter(now)) {
            actions.add(new SendAdvert(master.priority()));
            next = advertised(spec, master, now);
        }
        int rounds = master.garp().roundsDue(spec.garp(), now);
        if (rounds > 0) {
            actions.add(new Announce(rounds));
        }
        OwnerRival rival = next.rival();
        if (!rival.deadline().isAfter(now)) {
            actions.add(new Log(false, VrrpMachine.line(spec, "the other address owner has stopped advertising")));
            rival = OwnerRival.NONE;
        }
        GarpTimers garp = master.garp().after(spec.garp(), now);
        return new Transition(new Master(next.priority(), next.nextAdvert(), garp, rival, next.weaker()), actions,
                Optional.empty());
    }

    /// The schedule goes on from when the advertisement was due, so the rhythm does not drift.
    private static Master advertised(VrrpSpec spec, Master m, MonoTime now) {
        return new Master(m.priority(), Schedule.next(m.nextAdvert(), spec.advertInterval(), now), m.garp(),
                m.rival().afterAdvert(now), m.weaker());
    }

    static Transition onAdvert(VrrpSpec spec, Master master, Advert advert, IpAddress self, MonoTime now) {
        // Somebody else resigns: whoever waits for it shall hear at once that there is a master.
        if (advert.isResignation()) {
            return mayAnswer(spec, master, now)
                    ? Transition.stay(sentNow(spec, master, now), new SendAdvert(master.priority()))
                    : Transition.stay(answeringSoon(spec, master, now));
        }
        int rank = VrrpMachine.compareRank(advert, master.priority(), self);
        if (rank > 0) {
            return giveWay(spec, master, advert, now);
        }
        if (rank == 0) {
            return complainOnce(spec, master, advert, "received an advertisement with our own address, " + self);
        }
        if (advert.priority() == Priority.OWNER) {
            return rivalOwner(spec, master, advert, now);
        }
        return weaker(spec, master, advert, now);
    }

    /// RFC 9568 section 6.4.3: a weaker master is told that it is one.
    private static Transition weaker(VrrpSpec spec, Master master, Advert advert, MonoTime now) {
        List<VrrpAction> actions = new ArrayList<>(3);
        Master next = master;
        boolean answering = mayAnswer(spec, master, now);
        if (!spec.options().lowerPrioNoAdvert()) {
            next = answering ? sentNow(spec, master, now) : answeringSoon(spec, master, now);
            if (answering) {
                actions.add(new SendAdvert(master.priority()));
            }
        }
        GarpTimers garp = next.garp();
        if (spec.garp().lowerPrioRepeat() > 0 && answering) {
            actions.add(new Announce(spec.garp().lowerPrioRepeat()));
            garp = garp.withAfterLower(spec.garp(), now);
        }
        if (!isKnownWeaker(master, advert)) {
            actions.add(new Log(false, VrrpMachine.line(spec, (advert.priority() < master.priority()
                    ? "received lower priority (" + advert.priority() + ") advert from "
                    : "received same priority (" + advert.priority() + ") but lower address advert from ")
                    + advert.source() + ", ours " + master.priority() + ", forcing new election")));
        }
        return new Transition(new Master(next.priority(), next.nextAdvert(), garp, next.rival(),
                Optional.of(advert)), actions, Optional.empty());
    }

    private static boolean isKnownWeaker(Master master, Advert advert) {
        return master.weaker().isPresent() && master.weaker().get().source().compareTo(advert.source()) == 0;
    }

    private static Transition complainOnce(VrrpSpec spec, Master m, Advert advert, String text) {
        if (isKnownWeaker(m, advert)) {
            return Transition.stay(m);
        }
        return Transition.stay(new Master(m.priority(), m.nextAdvert(), m.garp(), m.rival(), Optional.of(advert)),
                new Log(false, VrrpMachine.line(spec, text)));
    }

    /// Both claim to own the addresses, ours is the higher one: the other is expected to give way.
    private static Transition rivalOwner(VrrpSpec spec, Master master, Advert advert, MonoTime now) {
        if (master.rival().isPatienceOver()) {
            return giveWay(spec, withPriority(master, Priority.HIGHEST_BACKUP), advert, now);
        }
        if (!master.rival().isNone()) {
            return weaker(spec, master, advert, now);
        }
        OwnerRival rival = OwnerRival.seen(spec.advertInterval(), advert.interval());
        Master warned = new Master(master.priority(), master.nextAdvert(), master.garp(), rival,
                Optional.of(advert));
        Transition answer = weaker(spec, warned, advert, now);
        List<VrrpAction> actions = new ArrayList<>(answer.actions());
        actions.add(new Log(false, VrrpMachine.line(spec, "CONFIGURATION ERROR: " + advert.source()
                + " also has priority 255; only one router can own the addresses")));
        return new Transition(answer.state(), actions, Optional.empty());
    }

    /// Somebody better is master. No resignation: it is advertising already, and nobody waits for us.
    private static Transition giveWay(VrrpSpec spec, Master master, Advert advert, MonoTime now) {
        List<VrrpAction> actions = new ArrayList<>(5);
        if (spec.options().higherPrioSendAdvert()) {
            actions.add(new SendAdvert(master.priority()));
        }
        actions.add(new RemoveAddresses());
        boolean higher = advert.priority() > master.priority();
        actions.add(new Log(false, VrrpMachine.line(spec, "Master received advert from " + advert.source() + (higher
                ? " with higher priority " + advert.priority() + ", ours " + master.priority()
                : " with same priority " + advert.priority() + " but higher IP address than ours"))));
        actions.addAll(VrrpMachine.enterBackup(spec, "", master.priority()));
        return Transition.to(following(spec, master.priority(), advert, now), whyYield(spec, master, advert), actions);
    }

    private static Backup following(VrrpSpec spec, int priority, Advert advert, MonoTime now) {
        Duration interval = spec.version() == VrrpVersion.V3 ? advert.interval() : spec.advertInterval();
        return new Backup(priority, interval, now, Patience.MASTER_DOWN,
                now.plusMicros(MasterDown.intervalMicros(spec, priority, interval)), Optional.of(advert),
                Optional.empty(), Optional.empty());
    }

    private static Cause whyYield(VrrpSpec spec, Master master, Advert advert) {
        String evidence = "advertisement from " + advert.source() + " with priority " + advert.priority()
                + ", ours " + master.priority();
        if (spec.isOwner() && advert.priority() == Priority.OWNER) {
            return new Cause(Trigger.OWNER_CONFLICT, evidence, "vrrp.md 3.7");
        }
        return new Cause(advert.priority() > master.priority() ? Trigger.HIGHER_PRIORITY : Trigger.HIGHER_ADDRESS,
                evidence, "RFC 9568 6.4.3");
    }

    static Master withPriority(Master m, int priority) {
        return new Master(priority, m.nextAdvert(), m.garp(), m.rival(), m.weaker());
    }

    /// After an advertisement out of turn the schedule begins anew. Nothing but sending moves it: a stream of packets
    /// must not be able to silence a master.
    private static Master sentNow(VrrpSpec spec, Master m, MonoTime now) {
        return new Master(m.priority(), now.plus(spec.advertInterval()), m.garp(), m.rival(), m.weaker());
    }

    /// Whether the last advertisement is long enough ago, and the next not about to leave anyway.
    private static boolean mayAnswer(VrrpSpec spec, Master m, MonoTime now) {
        Duration spacing = answerSpacing(spec);
        return m.nextAdvert().isAfter(now.plus(spacing))
                && !now.isBefore(m.nextAdvert().minus(spec.advertInterval()).plus(spacing));
    }

    /// One advertisement will answer all that came since the last.
    private static Master answeringSoon(VrrpSpec spec, Master m, MonoTime now) {
        MonoTime soon = MonoTime.earlier(m.nextAdvert(), now.plus(answerSpacing(spec)));
        return new Master(m.priority(), soon, m.garp(), m.rival(), m.weaker());
    }

    private static Duration answerSpacing(VrrpSpec spec) {
        Duration quarter = spec.advertInterval().dividedBy(4);
        return quarter.compareTo(ANSWER_SPACING) < 0 ? quarter : ANSWER_SPACING;
    }

    /// Others learn of a new priority or interval at once (`vrrp.md` 3.10); what does not concern them leaves the
    /// schedule as it is. A lower priority alone ends nothing.
    static Transition reconfigured(VrrpSpec spec, Master m, Reconfigured changed, MonoTime now) {
        List<VrrpAction> actions = new ArrayList<>(2);
        MonoTime nextAdvert = m.nextAdvert();
        GarpTimers garp = m.garp().withRefresh(spec.garp(), now);
        if (changed.heard()) {
            actions.add(new SendAdvert(changed.priority()));
            nextAdvert = now.plus(spec.advertInterval());
        }
        if (changed.addressesAdded()) {
            actions.add(new Announce(spec.garp().repeat()));
            garp = garp.withSecond(spec.garp(), now);
        }
        return new Transition(new Master(changed.priority(), nextAdvert, garp, m.rival(), m.weaker()), actions,
                Optional.empty());
    }
}
