package io.holdfast.config.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The family of an instance: that of the first address written in it, source, peer, group or virtual address (11.1).
///
/// @param decidedAt where that address stands; empty where there is none, which leaves IPv4
/// @param decidedBy the keyword it stands behind; empty where there is none
record FamilyDecision(Family family, Optional<Place> decidedAt, String decidedBy) {

    private record Clue(Family family, Place place, Keyword<?> keyword) {
        private boolean isBefore(Clue other) {
            return FamilyDecision.isBefore(place, other.place);
        }
    }

    static FamilyDecision of(Draft instance) {
        Optional<Clue> first = Optional.empty();
        for (Clue clue : clues(instance)) {
            if (first.isEmpty() || clue.isBefore(first.get())) {
                first = Optional.of(clue);
            }
        }
        return first.isEmpty() ? new FamilyDecision(Family.IPV4, Optional.empty(), "")
                : new FamilyDecision(first.get().family, Optional.of(first.get().place),
                        first.get().keyword.name());
    }

    private static List<Clue> clues(Draft instance) {
        List<Clue> clues = new ArrayList<>();
        for (Entry<Boolean> entry : instance.all(InstanceKeywords.NATIVE_IPV6)) {
            clues.add(new Clue(Family.IPV6, entry.place(), InstanceKeywords.NATIVE_IPV6));
        }
        for (Keyword<IpAddress> keyword : List.of(InstanceKeywords.MCAST_SRC_IP, InstanceKeywords.UNICAST_SRC_IP,
                InstanceKeywords.MCAST_DST_IP)) {
            for (Entry<IpAddress> entry : instance.all(keyword)) {
                clues.add(new Clue(entry.value().family(), entry.place(), keyword));
            }
        }
        for (Draft line : lines(instance, InstanceKeywords.UNICAST_PEER)) {
            clues.add(new Clue(line.value(PeerKeywords.ADDRESS).orElseThrow().family(), line.header().place(),
                    InstanceKeywords.UNICAST_PEER));
        }
        for (Draft line : lines(instance, InstanceKeywords.VIRTUAL_IPADDRESS)) {
            if (AddressLines.isUsable(line)) {
                clues.add(new Clue(line.value(AddressKeywords.ADDRESS).orElseThrow().family(), line.header().place(),
                        InstanceKeywords.VIRTUAL_IPADDRESS));
            }
        }
        return clues;
    }

    /// The lines of all blocks of a kind.
    static List<Draft> lines(Draft instance, Keyword<List<Draft>> keyword) {
        List<Draft> lines = new ArrayList<>();
        for (Entry<List<Draft>> block : instance.all(keyword)) {
            lines.addAll(block.value());
        }
        return lines;
    }

    /// Whether the family was known when this was read.
    boolean isKnownAt(Place place) {
        return decidedAt.isPresent() && isBefore(decidedAt.get(), place);
    }

    private static boolean isBefore(Place one, Place other) {
        return one.record() != other.record() ? one.record() < other.record() : one.column() < other.column();
    }

    /// The keyword that a message has to name as the reason; empty if the addresses themselves are it.
    String foreignKeyword() {
        return decidedBy.equals(InstanceKeywords.VIRTUAL_IPADDRESS.name()) ? "" : decidedBy;
    }

    /// How a message calls it.
    String text() {
        return family == Family.IPV4 ? "IPv4" : "IPv6";
    }
}
