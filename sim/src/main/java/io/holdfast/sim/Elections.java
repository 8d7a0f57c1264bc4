package io.holdfast.sim;

import io.holdfast.node.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges the elections after every step. Only those without exactly one master need looking at, so a healthy cluster
/// costs nothing.
final class Elections {
    /// Fewer advertisements in a second are never a storm; saves looking up the bound for each.
    private static final int BURST_WORTH_A_LOOK = 500;

    private final World world;
    private final Map<Election.Key, Election> elections = new LinkedHashMap<>();
    private final Map<Member, Election> memberships = new LinkedHashMap<>();
    private final List<Election> restless = new ArrayList<>();
    private long transitions;
    private boolean calmExpected;
    private boolean discordant;

    Elections(World world) {
        this.world = world;
    }

    void join(Member member) {
        Election election = elections.computeIfAbsent(member.election(), key -> new Election(key, world));
        memberships.put(member, election);
        election.add(member);
        watch(election);
    }

    /// A member is prepared anew, perhaps for another election; the intervals it knows go with it, unless it speaks
    /// the other version from now on.
    void rejoin(Member before, Member after) {
        Bounds known = electionOf(before).bounds();
        leave(before);
        join(after);
        if (before.spec().version() == after.spec().version()) {
            electionOf(after).bounds().include(known);
        }
    }

    void leave(Member member) {
        Election election = Optional.ofNullable(memberships.remove(member)).orElseThrow();
        election.remove(member);
        watch(election);
    }

    /// A member, or the machine it is on, is in another state.
    void review(Member member) {
        Election election = electionOf(member);
        election.count();
        watch(election);
    }

    /// A member goes on as master where its killed predecessor ended. Whoever followed that one must not have noticed.
    void resumed(Member member) {
        electionOf(member).lateReturn(member).ifPresent(text -> {
            throw world.violation(text);
        });
        review(member);
    }

    /// A member sends an advertisement.
    void sent(Member member) {
        electionOf(member).sent(member);
        int count = member.countAdvert(world.now());
        if (count > BURST_WORTH_A_LOOK && count > electionOf(member).bounds().advertsPerSecond()) {
            throw world.violation(member + " sends " + count + " advertisements in a second");
        }
    }

    private Election electionOf(Member member) {
        return Optional.ofNullable(memberships.get(member)).orElseThrow();
    }

    void countTransition(Host host, Action.Notify notify) {
        transitions++;
        if (calmExpected && !(discordant && host.isGrouped(notify.instance().name()))) {
            throw world.violation(host.name() + "/" + notify.instance() + " is " + notify.state()
                    + " in a settled cluster: " + notify.cause());
        }
    }

    void discordant(boolean groups) {
        discordant = groups;
    }

    boolean areDiscordant() {
        return discordant;
    }

    /// From now on a change of state is a [Violation], or no longer one.
    void expectCalm(boolean expected) {
        calmExpected = expected;
    }

    long transitions() {
        return transitions;
    }

    private void watch(Election election) {
        restless.remove(election);
        if (!election.isCalm()) {
            restless.add(election);
        }
    }

    void check() {
        for (int i = 0; i < restless.size(); i++) {
            Optional<String> complaint = restless.get(i).complaint();
            if (complaint.isPresent()) {
                throw world.violation(complaint.get());
            }
        }
    }

    void checkSettled() {
        for (Election election : elections.values()) {
            if (discordant && election.isGrouped()) {
                continue;
            }
            election.unsettled().ifPresent(text -> {
                throw world.violation("not settled: " + text);
            });
        }
    }

    /// How long the slowest may take to settle.
    long settling() {
        return slowest().settling(world.network().longestJourneyEver());
    }

    private Bounds slowest() {
        Bounds all = new Bounds();
        for (Election election : elections.values()) {
            all.include(election.bounds());
        }
        return all;
    }

    /// How long an election may be without a master of which a sync group decides.
    long groupless(long linkDelay) {
        return slowest().masterlessGroup(world.network().longestJourneyEver(), linkDelay);
    }
}
