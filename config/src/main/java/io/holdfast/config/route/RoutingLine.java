package io.holdfast.config.route;

import io.holdfast.base.Family;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.route.Realms;
import io.holdfast.route.RouteSpec;
import io.holdfast.route.Tracking;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A line about routing while it is made into a specification: what routes and rules have in common. A mistake that
/// costs the line is reported and remembered.
final class RoutingLine {
    private final Draft draft;
    private final Machine machine;
    private final Reporter report;
    private Optional<Family> family = Optional.empty();
    private boolean anAddressSaysSo;
    private boolean dropped;

    RoutingLine(Draft draft, Machine machine, Reporter report) {
        this.draft = draft;
        this.machine = machine;
        this.report = report;
    }

    boolean isDropped() {
        return dropped;
    }

    Draft draft() {
        return draft;
    }

    void drop(Problem problem, Place place, String message, String hint) {
        report.add(problem, place, message).so("the whole line is left out").hinting(hint).done();
        dropped = true;
    }

    void leaveOut(Entry<?> option, String message) {
        report.add(Problem.OPTION_LEFT_OUT, option.word().place(), message).so(option.keyword() + " is left out")
                .done();
    }

    void note(Problem problem, Entry<?> option, String message, String so) {
        report.add(problem, option.word().place(), message).so(so).done();
    }

    void warn(Problem problem, String message, String so, String hint) {
        report.add(problem, draft.header().place(), message).so(so).hinting(hint).done();
    }

    /// A VRF has to be there already, whatever `dynamic_interfaces` says (12).
    void vrf(Entry<String> entry) {
        dropped |= !machine.hasVrf(entry.value(), entry.place());
    }

    /// The family that the words so far say; where none does, it is IPv4.
    Family family() {
        return family.orElse(Family.IPV4);
    }

    boolean isFamilyOpen() {
        return family.isEmpty();
    }

    /// `inet` or `inet6`.
    void saysFamily(Family said, Entry<?> by) {
        boolean addressBefore = anAddressSaysSo;
        isOf(said, by);
        anAddressSaysSo = addressBefore;
    }

    /// Takes note of an address or prefix of a family.
    void isOf(Family one, Entry<?> by) {
        if (!dropped && family.isPresent() && family.get() != one) {
            drop(Problem.MIXED_FAMILIES, by.place(), by.word().text() + " is for " + text(one)
                    + ", but what stands before it is for " + text(family.get()), "");
        }
        family = Optional.of(one);
        anAddressSaysSo = true;
    }

    /// `default`, `any`, `all`: keepalived takes them for a family of their own once an address has stood before.
    void isOfNoFamily(Entry<?> by) {
        if (!dropped && anAddressSaysSo) {
            drop(Problem.MIXED_FAMILIES, by.place(),
                    "keepalived takes default, any and all for a family of their own, which the address before has not",
                    "write it first in the line, or " + (family() == Family.IPV4 ? "0.0.0.0/0" : "::/0")
                            + " in its place");
        }
    }

    static String text(Family family) {
        return family == Family.IPV4 ? "IPv4" : "IPv6";
    }

    /// The interface that is named; a line that names one that is not there is dropped.
    Optional<String> device(Optional<Entry<String>> entry) {
        if (entry.isPresent() && !machine.hasInterface(entry.get().value(), entry.get().place())) {
            dropped = true;
        }
        return entry.isEmpty() ? Optional.empty() : Optional.of(entry.get().value());
    }

    OptionalLong number(NameKind kind, Optional<Entry<Name>> entry) {
        if (entry.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = machine.number(kind, entry.get(), Problem.BAD_ENTRY);
        dropped |= number.isEmpty();
        return number;
    }

    OptionalInt smallNumber(NameKind kind, Optional<Entry<Name>> entry) {
        OptionalLong number = number(kind, entry);
        return number.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) number.getAsLong());
    }

    /// Realms, which only IPv4 has.
    Optional<Realms> realms(Optional<Entry<RealmNames>> entry, String loss) {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (family() == Family.IPV6) {
            report.add(Problem.BAD_ENTRY, entry.get().word().place(), "realms are for IPv4 only").so(loss).done();
            return Optional.empty();
        }
        Name none = new Name("0");
        RealmNames names = entry.get().value();
        OptionalLong source = machine.number(NameKind.REALM, names.source().orElse(none), entry.get().place(),
                Problem.BAD_ENTRY, loss);
        OptionalLong destination = machine.number(NameKind.REALM, names.destination(), entry.get().place(),
                Problem.BAD_ENTRY, loss);
        return source.isEmpty() || destination.isEmpty() ? Optional.empty()
                : Optional.of(new Realms((int) source.getAsLong(), (int) destination.getAsLong()));
    }

    /// The same where wrong ones cost the line.
    Optional<Realms> realms(Optional<Entry<RealmNames>> entry) {
        Optional<Realms> realms = realms(entry, "the whole line is left out");
        dropped |= entry.isPresent() && realms.isEmpty();
        return realms;
    }

    /// Who made it: only what is ours can be watched.
    int protocol(Optional<? extends Entry<?>> entry, OptionalInt number, boolean watched) {
        if (entry.isEmpty() || number.isEmpty()) {
            return RouteSpec.PROTOCOL;
        }
        if (watched && number.getAsInt() != RouteSpec.PROTOCOL) {
            note(Problem.NOT_TRACKED, entry.get(), "only what has keepalived's own protocol, 18, can be watched",
                    "protocol 18 is used; no_track allows any other");
            return RouteSpec.PROTOCOL;
        }
        return number.getAsInt();
    }

    /// @param groups those that static entries can name; empty in an instance
    /// @param device   the interface by which a group can watch it
    Tracking tracking(boolean watched, Keyword<String> group, Optional<TrackGroups> groups, Optional<String> device,
            String deviceKeyword) {
        Optional<Entry<String>> entry = draft.last(group);
        if (entry.isEmpty()) {
            return new Tracking(watched, Optional.empty());
        }
        if (groups.isEmpty()) {
            leaveOut(entry.get(), "track_group is for static entries, outside of instances");
        } else if (device.isEmpty()) {
            leaveOut(entry.get(), "track_group needs " + deviceKeyword + ", whose interface is what is watched");
        } else {
            return new Tracking(watched, groups.get().find(entry));
        }
        return new Tracking(watched, Optional.empty());
    }
}
