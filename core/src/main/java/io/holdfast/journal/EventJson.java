package io.holdfast.journal;

import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import java.util.ArrayList;
import java.util.List;

/// An event as JSON: `millis` since 1970, `event`, `text` for people, and what it is made of.
final class EventJson {
    private EventJson() {}

    static JsonLine of(TimedEvent timed) {
        JournalEvent event = timed.event();
        JsonLine line = new JsonLine().put("millis", timed.wallMillis()).put("event", EventText.kind(event));
        switch (event) {
            case JournalEvent.Changed changed -> changed(line.put("instance", changed.instance()), changed.before(),
                    changed.state(), changed.trigger(), changed.evidence(), changed.rule())
                    .put("priority", changed.priority());
            case JournalEvent.GroupChanged changed -> changed(line.put("group", changed.group()), "", changed.state(),
                    changed.trigger(), changed.evidence(), changed.rule());
            case JournalEvent.Resumed resumed -> line.put("instance", resumed.instance())
                    .put("priority", resumed.priority()).put("since", timed.wallMillis(resumed.since()))
                    .put("evidence", resumed.evidence());
            case JournalEvent.Reprioritized changed -> line.put("instance", changed.instance())
                    .put("priority", changed.priority()).put("reckoning", changed.reckoning());
            case JournalEvent.Heard heard -> line.put("instance", heard.instance()).put("heard", heard(heard, timed));
            case JournalEvent.Refused refused -> line.put("instance", refused.instance())
                    .put("source", refused.source()).put("reason", refused.reason());
            case JournalEvent.Said said -> line.put("kind", said.kind()).put("name", said.name())
                    .put("said", said.said());
            case JournalEvent.Late late -> line.put("late_millis", late.by().toMillis());
            case JournalEvent.LeftOut left -> line.put("events", left.events());
            case JournalEvent.Started started -> line.put("pid", started.pid())
                    .put("instances", started.instances());
            case JournalEvent.Reloaded reloaded -> line.put("instances", reloaded.instances());
            case JournalEvent.Stopped _, JournalEvent.ClockSet _ -> { }
        }
        return line.put("text", EventText.of(event));
    }

    private static JsonLine changed(JsonLine line, String before, String state, String trigger, String evidence,
            String rule) {
        if (!before.isEmpty()) {
            line.put("from", before);
        }
        return line.put("to", state).put("trigger", trigger).put("evidence", evidence).put("rule", rule);
    }

    /// `silence_millis` is that between the last and the decision.
    static JsonLine heard(JournalEvent.Heard heard, TimedEvent timed) {
        List<Long> arrivals = new ArrayList<>();
        List<Long> gaps = new ArrayList<>();
        MonoTime before = heard.arrivals().getFirst();
        for (MonoTime arrival : heard.arrivals()) {
            if (!arrivals.isEmpty()) {
                gaps.add(arrival.since(before).toMillis());
            }
            arrivals.add(timed.wallMillis(arrival));
            before = arrival;
        }
        return new JsonLine().put("source", heard.source()).put("priority", heard.priority())
                .putNumbers("arrivals", arrivals).putNumbers("gaps_millis", gaps)
                .put("silence_millis", heard.until().since(before).toMillis());
    }
}
