package io.holdfast.config.vrrp;

import static io.holdfast.config.vrrp.InstanceKeywords.MCAST_DST_IP;
import static io.holdfast.config.vrrp.InstanceKeywords.MCAST_SRC_IP;
import static io.holdfast.config.vrrp.InstanceKeywords.OLD_UNICAST_CHECKSUM;
import static io.holdfast.config.vrrp.InstanceKeywords.UNICAST_FAULT_NO_PEER;
import static io.holdfast.config.vrrp.InstanceKeywords.UNICAST_PEER;
import static io.holdfast.config.vrrp.InstanceKeywords.UNICAST_SRC_IP;
import static io.holdfast.config.vrrp.InstanceKeywords.UNICAST_TTL;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.Peer;
import io.holdfast.vrrp.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides where the advertisements of an instance go to and come from (15.2, 15.3).
final class DeliveryAssembly {
    private final Draft global;
    private final Reporter report;

    DeliveryAssembly(Draft global, Reporter report) {
        this.global = global;
        this.report = report;
    }

    /// Whether the operator thinks of unicast, even if no peer is named.
    static boolean hasUnicastKeyword(Draft draft) {
        return draft.has(UNICAST_PEER) || draft.has(UNICAST_SRC_IP) || draft.has(UNICAST_FAULT_NO_PEER)
                || draft.has(InstanceKeywords.CHECK_UNICAST_SRC) || draft.has(OLD_UNICAST_CHECKSUM);
    }

    Delivery delivery(Draft draft, FamilyDecision family) {
        List<Peer> peers = peers(draft, family);
        Optional<Entry<Integer>> ttl = draft.last(UNICAST_TTL);
        if (!peers.isEmpty()) {
            leaveOut(draft, MCAST_DST_IP, "has no meaning with unicast peers");
            return unicast(draft, peers, ttl);
        }
        leaveOut(draft, UNICAST_TTL, "has no meaning without unicast peers");
        if (draft.has(UNICAST_FAULT_NO_PEER)) {
            return unicast(draft, peers, Optional.empty());
        }
        if (hasUnicastKeyword(draft)) {
            report.add(Problem.NO_PEERS, draft.header().place(), "instance " + InstanceAssembly.nameOf(draft)
                    + " has settings for unicast, but no peer").so("it multicasts")
                    .hinting("add unicast_peer { ... }, or take these settings out").done();
        }
        return new Delivery.Multicast(group(draft, family));
    }

    private Delivery unicast(Draft draft, List<Peer> peers, Optional<Entry<Integer>> ttl) {
        boolean ranges = false;
        for (Peer peer : peers) {
            ranges |= peer.minTtl() > 0 || peer.maxTtl() < Peer.HIGHEST_TTL;
        }
        return new Delivery.Unicast(peers, ttl.isPresent() ? OptionalInt.of(ttl.get().value()) : OptionalInt.empty(),
                ranges || draft.has(InstanceKeywords.CHECK_UNICAST_SRC)
                        || global.has(GlobalKeywords.CHECK_UNICAST_SRC),
                new OldChecksum(draft.value(OLD_UNICAST_CHECKSUM, OldChecksum.Mode.WHEN_HEARD),
                        global.value(GlobalKeywords.MCAST_GROUP4, Delivery.GROUP_V4.group())));
    }

    private List<Peer> peers(Draft draft, FamilyDecision family) {
        List<Peer> peers = new ArrayList<>();
        for (Draft line : FamilyDecision.lines(draft, UNICAST_PEER)) {
            IpAddress address = line.value(PeerKeywords.ADDRESS).orElseThrow();
            int least = line.value(PeerKeywords.MIN_TTL, 0);
            int most = line.value(PeerKeywords.MAX_TTL, Peer.HIGHEST_TTL);
            if (address.family() != family.family()) {
                otherFamily(line.header().place(), address, draft, family);
            } else if (isListed(address, peers)) {
                report.add(Problem.DUPLICATE_ADDRESS, line.header().place(),
                        address + " is a peer of " + InstanceAssembly.nameOf(draft) + " already")
                        .so("the line is left out").done();
            } else {
                if (least > most) {
                    report.add(Problem.INERT_UNICAST, line.header().place(),
                            "no TTL is at least " + least + " and at most "
                            + most).so("every advertisement of this peer is refused").done();
                }
                peers.add(new Peer(address, least, most));
            }
        }
        return peers;
    }

    private static boolean isListed(IpAddress address, List<Peer> peers) {
        for (Peer peer : peers) {
            if (peer.address().compareTo(address) == 0) {
                return true;
            }
        }
        return false;
    }

    private IpAddress group(Draft draft, FamilyDecision family) {
        Optional<Entry<IpAddress>> own = lastOfFamily(draft, MCAST_DST_IP, family);
        if (own.isPresent()) {
            return own.get().value();
        }
        return family.family() == Family.IPV4
                ? global.value(GlobalKeywords.MCAST_GROUP4, Delivery.GROUP_V4.group())
                : global.value(GlobalKeywords.MCAST_GROUP6, Delivery.GROUP_V6.group());
    }

    /// Both keywords mean the same; the last one counts.
    SourceSpec source(Draft draft, FamilyDecision family) {
        Optional<Entry<IpAddress>> multicast = lastOfFamily(draft, MCAST_SRC_IP, family);
        Optional<Entry<IpAddress>> unicast = lastOfFamily(draft, UNICAST_SRC_IP, family);
        boolean later = multicast.isPresent() && unicast.isPresent()
                && multicast.get().place().record() > unicast.get().place().record();
        Optional<Entry<IpAddress>> source = unicast.isEmpty() || later ? multicast : unicast;
        boolean tracked = draft.has(InstanceKeywords.TRACK_SRC_IP);
        if (tracked && source.isEmpty()) {
            report.add(Problem.INERT, draft.last(InstanceKeywords.TRACK_SRC_IP).orElseThrow().place(),
                    "track_src_ip without a configured source address does nothing")
                    .hinting("an address found on the interface is watched anyway").done();
        }
        return source.isEmpty() ? SourceSpec.OF_INTERFACE
                : new SourceSpec(Optional.of(source.get().value()), tracked);
    }

    /// The last that was written, of those of the family; what is of the other is left out.
    private Optional<Entry<IpAddress>> lastOfFamily(Draft draft, Keyword<IpAddress> keyword, FamilyDecision family) {
        Optional<Entry<IpAddress>> last = Optional.empty();
        for (Entry<IpAddress> entry : draft.all(keyword)) {
            if (entry.value().family() == family.family()) {
                last = Optional.of(entry);
            } else {
                otherFamily(entry.place(), entry.value(), draft, family);
            }
        }
        return last;
    }

    private void otherFamily(Place place, IpAddress address, Draft draft, FamilyDecision family) {
        report.add(Problem.MIXED_FAMILIES, place, address + " is not an " + family.text() + " address, and instance "
                + InstanceAssembly.nameOf(draft) + " uses " + family.text()).so("it is left out")
                .hinting("write an instance for each family").done();
    }

    /// Says so if the keyword was written. No lambda: linking the first one would delay every start.
    private <T> void leaveOut(Draft draft, Keyword<T> keyword, String why) {
        Optional<Entry<T>> entry = draft.last(keyword);
        if (entry.isPresent()) {
            report.add(Problem.INERT_UNICAST, entry.get().word().place(), keyword.name() + " " + why)
                    .so(keyword.name() + " of " + InstanceAssembly.nameOf(draft) + " is left out").done();
        }
    }
}
