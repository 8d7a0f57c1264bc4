package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.track.FileSpec;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.track.Weight;
import java.util.ArrayList;
import java.util.List;

/// Where weights have no place (15.3): an owner's priority is fixed, and the members of a sync group would drift
/// apart.
public final class WeightRules {
    private static final String CURE = "write weight 0 if a failure is to be a fault";
    private static final Weight REVERSED_FAULT = new Weight(0, true);

    private final Reporter report;

    public WeightRules(Reporter report) {
        this.report = report;
    }

    /// What an instance tracks if its weights do not count.
    ///
    /// @param who   the instance, for findings
    /// @param owner whether that is because it owns the addresses, rather than because of its sync group
    public TrackList ofInstance(Draft draft, TrackKeywords keywords, TrackList list, String who, boolean owner) {
        var at = new At(draft, who, owner ? "as the owner of the addresses, " + who + " has a fixed priority"
                : "the members of a sync group change state together", owner ? CURE
                        : CURE + ", or sync_group_tracking_weight in the group if weights are to count");
        return new TrackList(owner ? unweighted(list.interfaces(), at, keywords.interfaces)
                : faulting(list.interfaces(), at, keywords.interfaces),
                unweighted(list.scripts(), at, keywords.scripts), files(list.files(), at, keywords.files),
                list.processes(), unweighted(list.bfds(), at, keywords.bfds));
    }

    /// What a sync group tracks if one of its members is an owner.
    public TrackList ofGroup(Draft draft, TrackKeywords keywords, TrackList list, String who) {
        var at = new At(draft, who, "a member of " + who + " owns its addresses and has a fixed priority", CURE);
        return new TrackList(faulting(list.interfaces(), at, keywords.interfaces),
                faulting(list.scripts(), at, keywords.scripts), faulting(list.files(), at, keywords.files),
                faulting(list.processes(), at, keywords.processes), faulting(list.bfds(), at, keywords.bfds));
    }

    /// Where a weight was found, and why it has no place there.
    private record At(Draft draft, String who, String why, String cure) {}

    private List<Tracked> unweighted(List<Tracked> all, At at, Keyword<List<Draft>> keyword) {
        List<Tracked> kept = new ArrayList<>();
        for (Tracked tracked : all) {
            if (tracked.weight().isArithmetic()) {
                dropped(tracked, at, keyword, "is not tracked by " + at.who());
            } else {
                kept.add(tracked);
            }
        }
        return kept;
    }

    private List<Tracked> faulting(List<Tracked> all, At at, Keyword<List<Draft>> keyword) {
        List<Tracked> changed = new ArrayList<>();
        for (Tracked tracked : all) {
            if (tracked.weight().isArithmetic()) {
                dropped(tracked, at, keyword, "has weight 0 for " + at.who());
            }
            changed.add(tracked.weight().isArithmetic() ? faulting(tracked) : tracked);
        }
        return changed;
    }

    private static Tracked faulting(Tracked tracked) {
        return new Tracked(tracked.name(), tracked.weight().reverse() ? REVERSED_FAULT : Weight.FAULT);
    }

    /// A file that says nothing has weight 1, which nobody asked for.
    private List<Tracked> files(List<Tracked> all, At at, Keyword<List<Draft>> keyword) {
        List<Tracked> kept = new ArrayList<>();
        for (Tracked tracked : all) {
            boolean usual = tracked.weight().amount() == FileSpec.DEFAULT_WEIGHT.amount();
            if (tracked.weight().isArithmetic()) {
                dropped(tracked, at, keyword, usual ? "has weight 0 for " + at.who()
                        : "is not tracked by " + at.who());
            }
            if (usual || !tracked.weight().isArithmetic()) {
                kept.add(usual ? faulting(tracked) : tracked);
            }
        }
        return kept;
    }

    private void dropped(Tracked tracked, At at, Keyword<List<Draft>> keyword, String so) {
        String name = Shown.text(tracked.name());
        report.add(Problem.WEIGHT_DROPPED, at.draft().last(keyword).orElseThrow().word().place(),
                at.why() + ", so the weight of " + name + " has no place").so(name + " " + so)
                .hinting(at.cure()).done();
    }
}
