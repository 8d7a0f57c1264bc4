package io.holdfast.journal;

import io.holdfast.base.JsonLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why an instance or a sync group came to a state: the transition, what was heard before it, what else happened.
final class Account {
    /// What happened longer ago seldom explains anything; priorities do.
    private static final Duration NEAR = Duration.ofMinutes(1);
    private static final int MOST_BEFORE = 12;

    private final TimedEvent transition;
    private final Optional<TimedEvent> heard;
    private final List<TimedEvent> before;

    private Account(TimedEvent transition, Optional<TimedEvent> heard, List<TimedEvent> before) {
        this.transition = transition;
        this.heard = heard;
        this.before = before;
    }

    /// Where in the events the last transitions of each are, or those of one, by name.
    ///
    /// @param wanted an instance or group; empty for all that are still there
    /// @param last   how many of each
    static Map<String, List<Integer>> transitions(List<TimedEvent> events, Optional<String> wanted, int last) {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Optional<String> subject = subject(events.get(i).event());
            if (subject.isPresent() && (wanted.isEmpty() || wanted.equals(subject))) {
                List<Integer> of = found.computeIfAbsent(subject.get(), _ -> new ArrayList<>());
                of.add(i);
                if (of.size() > last) {
                    of.removeFirst();
                }
            }
        }
        if (wanted.isEmpty()) {
            found.values().removeIf(of -> isDeletion(events.get(of.getLast()).event()));
        }
        return found;
    }

    private static boolean isDeletion(JournalEvent event) {
        return event instanceof JournalEvent.Changed changed && changed.state().equals("DELETED");
    }

    /// Whose state changed.
    static Optional<String> subject(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Changed changed -> Optional.of(changed.instance());
            case JournalEvent.Resumed resumed -> Optional.of(resumed.instance());
            case JournalEvent.GroupChanged changed -> Optional.of(changed.group());
            case JournalEvent.Reprioritized _, JournalEvent.Heard _, JournalEvent.Refused _, JournalEvent.Said _,
                    JournalEvent.Late _, JournalEvent.ClockSet _, JournalEvent.LeftOut _, JournalEvent.Started _,
                    JournalEvent.Reloaded _, JournalEvent.Stopped _ -> Optional.empty();
        };
    }

    /// @param index of the transition
    static Account of(List<TimedEvent> events, int index) {
        TimedEvent transition = events.get(index);
        String subject = subject(transition.event()).orElseThrow();
        Optional<TimedEvent> heard = Optional.empty();
        Optional<TimedEvent> priority = Optional.empty();
        List<TimedEvent> before = new ArrayList<>();
        for (int i = index - 1; i >= 0 && !ends(events.get(i).event(), subject); i--) {
            TimedEvent event = events.get(i);
            boolean near = transition.event().at().since(event.event().at()).compareTo(NEAR) <= 0;
            if (event.event() instanceof JournalEvent.Heard one) {
                heard = heard.isEmpty() && near && one.instance().equals(subject) ? Optional.of(event) : heard;
            } else if (event.event() instanceof JournalEvent.Reprioritized one && one.instance().equals(subject)) {
                if (priority.isEmpty() || near) {
                    priority = Optional.of(event);
                    before.addFirst(event);
                }
            } else if (near && concerns(event.event(), subject)) {
                before.addFirst(event);
            }
        }
        int surplus = Math.max(0, before.size() - MOST_BEFORE);
        return new Account(transition, heard, List.copyOf(before.subList(surplus, before.size())));
    }

    /// Before that, other things were true.
    private static boolean ends(JournalEvent event, String subject) {
        return subject(event).equals(Optional.of(subject)) || event instanceof JournalEvent.Stopped;
    }

    private static boolean concerns(JournalEvent event, String subject) {
        return switch (event) {
            case JournalEvent.Refused refused -> refused.instance().equals(subject);
            case JournalEvent.Said _, JournalEvent.Late _, JournalEvent.ClockSet _, JournalEvent.Reloaded _,
                    JournalEvent.Started _, JournalEvent.LeftOut _ -> true;
            case JournalEvent.Changed _, JournalEvent.GroupChanged _, JournalEvent.Resumed _,
                    JournalEvent.Reprioritized _, JournalEvent.Heard _, JournalEvent.Stopped _ -> false;
        };
    }

    JsonLine json() {
        JsonLine line = EventJson.of(transition);
        switch (transition.event()) {
            case JournalEvent.Changed changed -> line.put("meaning", EventText.meaning(changed.trigger()))
                    .put("effect", EventText.effect(changed.before(), changed.state(), changed.priority()));
            case JournalEvent.GroupChanged changed -> line.put("meaning", EventText.meaning(changed.trigger()))
                    .put("effect", "all its members are " + changed.state());
            default -> line.put("to", "MASTER").put("trigger", "RESUMED").put("meaning", EventText.meaning("RESUMED"))
                    .put("rule", "vrrp.md 3.11").put("effect", "nobody noticed: it advertises as it did before");
        }
        if (heard.isPresent() && heard.get().event() instanceof JournalEvent.Heard one) {
            line.put("heard", EventJson.heard(one, heard.get()));
        }
        return line.put("before", before.stream().map(EventJson::of).toList());
    }
}
