package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Findings;
import io.holdfast.config.finding.Hidden;
import io.holdfast.config.finding.Origin;
import io.holdfast.config.finding.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the reader has to say, and what nobody may say.
final class Notices {
    private final SnapshotWriter snapshot;
    private final Hidden hidden = new Hidden();
    private final Findings findings = new Findings(hidden);
    private final Set<String> secrets = new HashSet<>();

    Notices(SnapshotWriter snapshot) {
        this.snapshot = snapshot;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /// A finding about some bytes of a line; still to be added.
    Finding at(Problem problem, TracedText text, int from, int length, String message) {
        int line = text.line().record(snapshot);
        Origin origin = new OriginTrail(snapshot.finish()).origin(line, text.text(), text.marks(), from, length);
        return Finding.at(problem, origin, message);
    }

    /// No finding may show these words, neither here nor in any process that reads the snapshot.
    void hide(String words) {
        if (secrets.size() <= Hidden.LIMIT && !words.isBlank() && secrets.add(words)) {
            hidden.addWords(words);
            snapshot.hidden(words);
        }
    }

    int count() {
        return findings.count();
    }

    List<Finding> list() {
        return findings.list();
    }
}
