package io.holdfast.config.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects findings in the order in which they come up, up to a limit, so that a large broken file can neither
/// flood a log nor fill the memory.
public final class Findings {
    public static final int LIMIT = 500;

    private final List<Finding> findings = new ArrayList<>();
    /// Not an EnumSet: the first one costs three milliseconds of reflection, at every start.
    private final Set<Problem> kinds = new HashSet<>();
    private int dropped;

    private final Hidden hidden;

    /// Nothing found yet.
    ///
    /// @param hidden what none of them may show, at the latest when they are asked for
    public Findings(Hidden hidden) {
        this.hidden = hidden;
    }

    /// The first of each kind is always kept: a refusal must not be lost behind five hundred warnings.
    public void add(Finding finding) {
        if (kinds.add(finding.problem()) || findings.size() < LIMIT) {
            findings.add(finding);
        } else {
            dropped++;
        }
    }

    /// How many have come up so far.
    public int count() {
        return findings.size() + dropped;
    }

    public List<Finding> list() {
        List<Finding> list = new ArrayList<>(findings.size() + 1);
        for (Finding finding : findings) {
            list.add(finding.without(hidden));
        }
        if (dropped > 0) {
            Finding last = findings.get(findings.size() - 1);
            list.add(new Finding(Problem.MORE_FINDINGS, last.file(), 0, 0, "", "", "", List.of(),
                    dropped + " more findings are not shown", "", "",
                    "mend the first ones; others may follow from them"));
        }
        return List.copyOf(list);
    }
}
