package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import java.util.Locale;

/// Events in sentences.
final class EventText {
    private EventText() {}

    /// One word for the kind of event.
    static String kind(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Changed _ -> "transition";
            case JournalEvent.GroupChanged _ -> "group";
            case JournalEvent.Resumed _ -> "resumed";
            case JournalEvent.Reprioritized _ -> "priority";
            case JournalEvent.Heard _ -> "heard";
            case JournalEvent.Refused _ -> "refused";
            case JournalEvent.Said said -> said.kind();
            case JournalEvent.Late _ -> "late";
            case JournalEvent.ClockSet _ -> "clock";
            case JournalEvent.LeftOut _ -> "left_out";
            case JournalEvent.Started _ -> "started";
            case JournalEvent.Reloaded _ -> "reloaded";
            case JournalEvent.Stopped _ -> "stopped";
        };
    }

    static String of(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Changed changed -> "(" + changed.instance() + ") "
                    + way(changed.before(), changed.state()) + ", priority " + changed.priority() + ": "
                    + changed.evidence() + " [" + changed.rule() + "]";
            case JournalEvent.GroupChanged changed -> "group " + changed.group() + " " + changed.state() + ": "
                    + changed.evidence() + " [" + changed.rule() + "]";
            case JournalEvent.Resumed resumed -> "(" + resumed.instance() + ") MASTER as before: "
                    + resumed.evidence();
            case JournalEvent.Reprioritized changed -> "(" + changed.instance() + ") priority "
                    + changed.priority() + ": " + changed.reckoning();
            case JournalEvent.Heard heard -> "(" + heard.instance() + ") heard " + heard(heard);
            case JournalEvent.Refused refused -> "(" + refused.instance() + ") packets from " + refused.source()
                    + " are refused: " + words(refused.reason());
            case JournalEvent.Said said -> said.kind() + " " + said.name() + " " + said.said();
            case JournalEvent.Late late -> "this process woke " + seconds(late.by())
                    + " late: the machine or the JVM was held up, and silence heard meanwhile proves nothing";
            case JournalEvent.ClockSet _ -> "somebody set the wall clock";
            case JournalEvent.LeftOut left -> left.events() + " events left out, there were too many";
            case JournalEvent.Started started -> "process " + started.pid() + " starts, instances: "
                    + started.instances();
            case JournalEvent.Reloaded reloaded -> "another configuration takes effect, instances: "
                    + reloaded.instances();
            case JournalEvent.Stopped _ -> "the process ends in good order";
        };
    }

    static String way(String before, String state) {
        return before.isEmpty() ? state : before + " -> " + state;
    }

    /// Who advertised how regularly, and the silence after it.
    static String heard(JournalEvent.Heard heard) {
        int count = heard.arrivals().size();
        StringBuilder text = new StringBuilder(heard.source()).append(" with priority ").append(heard.priority());
        if (count == 1) {
            text.append(" once");
        } else {
            text.append(", the last ").append(count).append(" adverts ").append(gaps(heard)).append(" apart");
        }
        MonoTime last = heard.arrivals().getLast();
        if (heard.until().isAfter(last)) {
            text.append(", then ").append(seconds(heard.until().since(last))).append(" of silence");
        }
        return text.toString();
    }

    /// One figure if they are alike.
    private static String gaps(JournalEvent.Heard heard) {
        Duration least = gap(heard, 1);
        Duration most = least;
        for (int i = 2; i < heard.arrivals().size(); i++) {
            Duration gap = gap(heard, i);
            least = gap.compareTo(least) < 0 ? gap : least;
            most = gap.compareTo(most) > 0 ? gap : most;
        }
        return least.equals(most) ? seconds(least) : seconds(least) + " to " + seconds(most);
    }

    private static Duration gap(JournalEvent.Heard heard, int index) {
        return heard.arrivals().get(index).since(heard.arrivals().get(index - 1));
    }

    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis / 1000 + "." + Long.toString(1000 + Math.abs(millis) % 1000).substring(1) + " s";
    }

    /// What a trigger means to people; its name if this release does not know it.
    static String meaning(String trigger) {
        return switch (trigger) {
            case "STARTED" -> "it started";
            case "RESUMED" -> "it went on where the process before it ended";
            case "MASTER_DOWN" -> "no master worth following was heard for long enough";
            case "MASTER_RESIGNED" -> "the master gave up";
            case "HIGHER_PRIORITY" -> "a router with a higher priority advertises";
            case "HIGHER_ADDRESS" -> "a router with the same priority and a higher address advertises";
            case "OWNER_CONFLICT" -> "another router says that it owns the addresses";
            case "LINK_DOWN" -> "an interface it needs does not work";
            case "LINK_UP" -> "the interface it needs works again";
            case "TRACKER_DOWN" -> "something it tracks failed";
            case "TRACKER_UP" -> "what it tracks is well again";
            case "SYNC_GROUP" -> "it follows another member of its sync group";
            case "SOURCE_LOST" -> "there is no address to send from";
            case "SOURCE_FOUND" -> "there is an address to send from again";
            case "NO_PEER" -> "no unicast peer is configured";
            case "ADDRESS_DELETED" -> "a virtual address was deleted by somebody else and cannot be kept";
            case "OVERSLEPT" -> "this process was held up for so long that another router may be master";
            case "RELOADED" -> "the configuration changed";
            case "STOPPED" -> "the daemon was told to stop";
            default -> words(trigger);
        };
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// What a transition brings about.
    static String effect(String before, String state, int priority) {
        return switch (state) {
            case "MASTER" -> "it advertises priority " + priority + ", has taken the virtual addresses and announced "
                    + "them";
            case "BACKUP" -> before.equals("MASTER") ? "it has given up the virtual addresses and listens to the "
                    + "master" : "it listens for a master, with priority " + priority;
            case "FAULT" -> before.equals("MASTER") ? "it has given up the virtual addresses, and neither sends nor "
                    + "listens until the fault is gone" : "it neither sends nor listens until the fault is gone";
            case "STOP", "DELETED" -> before.equals("MASTER") ? "it has given up the virtual addresses, and takes "
                    + "no part any more" : "it takes no part any more";
            default -> "its state is " + state;
        };
    }
}
