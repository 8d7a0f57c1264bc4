package io.holdfast.supervise;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One change of configuration on its way to all children: everybody prepares, then everybody commits, and a single
/// refusal leaves the running configuration as it was.
///
/// A child that dies while it prepares has refused: what it read may be what killed it. One that dies while it commits
/// no longer counts; its successor is given the new configuration.
///
/// @param generation the number of the configuration
/// @param phase      what is being waited for
/// @param waiting    the children that have not answered yet
/// @param refusal    the first reason not to go on
public record Rollout(int generation, Phase phase, Set<String> waiting, Optional<String> refusal) {

    /// PREPARING and COMMITTING wait for answers; COMMITTED and REFUSED are the ends.
    public enum Phase { PREPARING, COMMITTING, COMMITTED, REFUSED }

    public Rollout {
        waiting = Set.copyOf(waiting);
    }

    /// All `children` were asked to prepare. Without any there is nothing to wait for.
    public static Rollout of(int generation, Set<String> children) {
        Phase phase = children.isEmpty() ? Phase.COMMITTED : Phase.PREPARING;
        return new Rollout(generation, phase, children, Optional.empty());
    }

    /// A child answered. In the answer to the last one the phase becomes COMMITTING or REFUSED.
    ///
    /// @param children all that take part, who now have to commit
    public Rollout prepared(String child, String reason, Set<String> children) {
        if (phase != Phase.PREPARING) {
            return this;
        }
        Optional<String> first = refusal.isPresent() || reason.isEmpty() ? refusal : Optional.of(reason);
        return settled(without(child), first, children);
    }

    /// A child has the configuration in effect.
    public Rollout committed(String child) {
        if (phase != Phase.COMMITTING) {
            return this;
        }
        Set<String> left = without(child);
        return new Rollout(generation, left.isEmpty() ? Phase.COMMITTED : phase, left, refusal);
    }

    /// A child died and no answer of its will come.
    public Rollout gone(String child, Set<String> survivors) {
        return switch (phase) {
            case PREPARING -> prepared(child, "the " + child + " process died while it read it", survivors);
            case COMMITTING -> committed(child);
            case COMMITTED, REFUSED -> this;
        };
    }

    private Rollout settled(Set<String> left, Optional<String> first, Set<String> children) {
        if (!left.isEmpty()) {
            return new Rollout(generation, phase, left, first);
        }
        if (first.isPresent()) {
            return new Rollout(generation, Phase.REFUSED, left, first);
        }
        return new Rollout(generation, children.isEmpty() ? Phase.COMMITTED : Phase.COMMITTING, children, first);
    }

    private Set<String> without(String child) {
        Set<String> left = new TreeSet<>(waiting);
        left.remove(child);
        return left;
    }
}
