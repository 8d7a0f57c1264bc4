package io.holdfast.journal;

import io.holdfast.base.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a journal answers, in JSON: the same from a running daemon and from the file a dead one left (`daemon.md`
/// 13.1).
public final class JournalAnswers {
    private JournalAnswers() {}

    /// Why instances and sync groups are what they are.
    ///
    /// @param name of an instance or group; empty for all
    /// @param last how many transitions of each
    /// @return an object for each transition, in the order they happened; none if there is no such name
    public static List<JsonLine> why(JournalReader journal, Optional<String> name, int last) {
        List<TimedEvent> events = journal.timed();
        List<Integer> indices = new ArrayList<>();
        for (List<Integer> of : Account.transitions(events, name, last).values()) {
            indices.addAll(of);
        }
        indices.sort(null);
        List<JsonLine> lines = new ArrayList<>();
        for (int index : indices) {
            lines.add(Account.of(events, index).json());
        }
        return lines;
    }

    /// Why [#why] has nothing to say.
    public static String nothing(JournalReader journal, Optional<String> name) {
        Map<String, List<Integer>> known = Account.transitions(journal.timed(), Optional.empty(), 1);
        return name.isEmpty() || known.isEmpty() ? "the journal holds no transition"
                : "the journal holds no transition of " + name.get() + "; of these it does: "
                        + String.join(", ", known.keySet());
    }

    /// What happened, an object for each event, the oldest first.
    ///
    /// @param since milliseconds since 1970; what is older is left out
    public static List<JsonLine> events(JournalReader journal, long since) {
        List<JsonLine> lines = new ArrayList<>();
        for (TimedEvent event : journal.timed()) {
            if (event.wallMillis() >= since) {
                lines.add(EventJson.of(event));
            }
        }
        return lines;
    }
}
