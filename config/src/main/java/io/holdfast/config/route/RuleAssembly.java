package io.holdfast.config.route;

import io.holdfast.base.Family;
import io.holdfast.base.Prefix;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.route.Realms;
import io.holdfast.route.RuleAction;
import io.holdfast.route.RuleAction.Simple;
import io.holdfast.route.RuleSpec;
import io.holdfast.route.Selectors;
import io.holdfast.route.Tracking;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a [RuleSpec] of a line of `static_rules` or `virtual_rules` (11.3). Lines have to come in the order of the
/// files: those without a preference are given one, counting down.
public final class RuleAssembly {
    private static final int FIRST_PREFERENCE = 16_384;
    private static final List<Keyword<?>> ACTIONS = List.of(RuleKeywords.TABLE, RuleKeywords.LOOKUP,
            RuleKeywords.L3MDEV, RuleKeywords.GOTO, RuleKeywords.NOP, RuleKeywords.BLACKHOLE,
            RuleKeywords.UNREACHABLE, RuleKeywords.PROHIBIT, RuleKeywords.TYPE);

    private final Machine machine;
    private final Reporter report;
    private int nextIpv4 = FIRST_PREFERENCE;
    private int nextIpv6 = FIRST_PREFERENCE;

    public RuleAssembly(Machine machine, Reporter report) {
        this.machine = machine;
        this.report = report;
    }

    /// The rule, unless something in the line drops it.
    ///
    /// @param groups those that static entries can name; empty for a line of an instance
    public Optional<RuleSpec> spec(Draft draft, Optional<TrackGroups> groups) {
        RoutingLine line = new RoutingLine(draft, machine, report);
        families(line);
        Optional<Entry<?>> action = action(line);
        if (line.isDropped() || action.isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry<Long>> preference = line.draft().lastOf(RuleKeywords.PREFERENCE, RuleKeywords.ORDER,
                RuleKeywords.PRIORITY);
        RuleAction does = action(line, action.get(), preference);
        Selectors selectors = selectors(line);
        boolean watched = !draft.has(RuleKeywords.NO_TRACK);
        Tracking tracking = line.tracking(watched, RuleKeywords.TRACK_GROUP, groups, selectors.input(), "iif");
        Optional<Entry<Integer>> protocol = draft.last(RuleKeywords.PROTOCOL);
        if (line.isDropped()) {
            return Optional.empty();
        }
        long number = preference.isPresent() ? preference.get().value() : next(line);
        OptionalInt asked = protocol.isEmpty() ? OptionalInt.empty() : OptionalInt.of(protocol.get().value());
        return Optional.of(new RuleSpec(line.family(), selectors, draft.has(RuleKeywords.NOT), number, does,
                line.protocol(protocol, asked, watched), tracking));
    }

    private static void families(RoutingLine line) {
        for (Entry<?> entry : line.draft().entries()) {
            if (entry.keyword() == RuleKeywords.INET || entry.keyword() == RuleKeywords.INET6) {
                line.saysFamily(entry.keyword() == RuleKeywords.INET ? Family.IPV4 : Family.IPV6, entry);
            } else if (entry.value() instanceof Destination(var prefix)) {
                if (prefix.isPresent()) {
                    line.isOf(prefix.get().family(), entry);
                } else {
                    line.isOfNoFamily(entry);
                }
            }
        }
    }

    /// There has to be exactly one.
    private static Optional<Entry<?>> action(RoutingLine line) {
        Optional<Entry<?>> action = Optional.empty();
        for (Entry<?> entry : line.draft().entries()) {
            if (ACTIONS.contains(entry.keyword())) {
                if (action.isPresent()) {
                    line.drop(Problem.NO_ACTION, entry.word().place(), "a rule does one thing only, but both "
                            + action.get().word().text() + " and " + entry.word().text() + " are given", "");
                    return Optional.empty();
                }
                action = Optional.of(entry);
            }
        }
        if (action.isEmpty()) {
            line.drop(Problem.NO_ACTION, line.draft().header().place(), "the rule does not say what to do",
                    "add table and its name or number");
        }
        return action;
    }

    private RuleAction action(RoutingLine line, Entry<?> action, Optional<Entry<Long>> preference) {
        if (action.keyword() == RuleKeywords.TABLE || action.keyword() == RuleKeywords.LOOKUP) {
            return lookup(line);
        }
        for (Keyword<?> option : List.of(RuleKeywords.REALMS, RuleKeywords.SUPPRESS_PREFIXLENGTH, RuleKeywords.SUP_PL,
                RuleKeywords.SUPPRESS_IFGROUP, RuleKeywords.SUP_GROUP)) {
            Optional<? extends Entry<?>> written = line.draft().last(option);
            if (written.isPresent()) {
                line.drop(Problem.BAD_ENTRY, written.get().word().place(), option + " is for rules with table only",
                        "");
            }
        }
        if (action.keyword() == RuleKeywords.GOTO) {
            return jump(line, action, preference);
        }
        return simple(action);
    }

    private static Simple simple(Entry<?> action) {
        if (action.value() instanceof Simple simple) {
            return simple;
        }
        if (action.keyword() == RuleKeywords.L3MDEV) {
            return Simple.L3MDEV;
        }
        if (action.keyword() == RuleKeywords.NOP) {
            return Simple.NOP;
        }
        if (action.keyword() == RuleKeywords.BLACKHOLE) {
            return Simple.BLACKHOLE;
        }
        return action.keyword() == RuleKeywords.UNREACHABLE ? Simple.UNREACHABLE : Simple.PROHIBIT;
    }

    private static RuleAction lookup(RoutingLine line) {
        Entry<Name> table = line.draft().lastOf(RuleKeywords.TABLE, RuleKeywords.LOOKUP).orElseThrow();
        long number = line.number(NameKind.TABLE, Optional.of(table)).orElse(1);
        if (number == 0) {
            line.drop(Problem.BAD_ENTRY, table.place(), "there is no table 0", "");
        }
        Optional<Realms> realms = line.realms(line.draft().last(RuleKeywords.REALMS));
        Optional<Entry<Integer>> length = line.draft().lastOf(RuleKeywords.SUPPRESS_PREFIXLENGTH, RuleKeywords.SUP_PL);
        return new RuleAction.Lookup(number, realms,
                length.isEmpty() ? OptionalInt.empty() : OptionalInt.of(length.get().value()),
                line.number(NameKind.GROUP,
                        line.draft().lastOf(RuleKeywords.SUPPRESS_IFGROUP, RuleKeywords.SUP_GROUP)));
    }

    /// Only forward, or the kernel would never come to an end.
    private static RuleAction jump(RoutingLine line, Entry<?> action, Optional<Entry<Long>> preference) {
        long target = (Long) action.value();
        if (preference.isEmpty()) {
            line.drop(Problem.BAD_ENTRY, action.word().place(), "goto needs a preference of the rule's own",
                    "add preference and a number below " + target);
        } else if (preference.get().value() >= target) {
            line.drop(Problem.BAD_ENTRY, action.place(), "goto leads forward only, beyond "
                    + preference.get().value(), "");
        }
        return new RuleAction.Goto(target);
    }

    private static Selectors selectors(RoutingLine line) {
        Draft draft = line.draft();
        return new Selectors(prefix(draft, RuleKeywords.FROM), prefix(draft, RuleKeywords.TO),
                line.smallNumber(NameKind.DSFIELD, line.draft().lastOf(RuleKeywords.TOS, RuleKeywords.DSFIELD)),
                draft.value(RuleKeywords.FWMARK), line.device(line.draft().lastOf(RuleKeywords.IIF, RuleKeywords.DEV)),
                line.device(draft.last(RuleKeywords.OIF)), protocol(draft), draft.value(RuleKeywords.SPORT),
                draft.value(RuleKeywords.DPORT), draft.value(RuleKeywords.UIDRANGE),
                draft.value(RuleKeywords.TUNNEL_ID));
    }

    private static Optional<Prefix> prefix(Draft draft, Keyword<Destination> keyword) {
        Optional<Destination> written = draft.value(keyword);
        return written.isEmpty() ? Optional.empty() : written.get().prefix();
    }

    private static OptionalInt protocol(Draft draft) {
        Optional<Integer> protocol = draft.value(RuleKeywords.IPPROTO);
        return protocol.isEmpty() ? OptionalInt.empty() : OptionalInt.of(protocol.get());
    }

    /// Per family, as rules of different families do not meet.
    private long next(RoutingLine line) {
        int next = line.family() == Family.IPV4 ? nextIpv4-- : nextIpv6--;
        line.warn(Problem.NO_PREFERENCE, "the rule has no preference", next + " is used",
                "add preference and a number; the lowest comes first");
        return next;
    }
}
