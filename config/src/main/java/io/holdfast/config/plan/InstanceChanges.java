package io.holdfast.config.plan;

import io.holdfast.base.Family;
import io.holdfast.config.vrrp.AddressText;
import io.holdfast.config.vrrp.AuthenticationKeywords;
import io.holdfast.config.vrrp.InstanceKeywords;
import io.holdfast.config.vrrp.PeerKeywords;
import io.holdfast.vrrp.Authentication;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.Delivery.Multicast;
import io.holdfast.vrrp.Delivery.Unicast;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.Peer;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import java.util.List;
import java.util.Optional;

/// What differs between two configurations of an instance, its name apart. Values are those in effect, wherever they
/// came from: a changed default of `global_defs` is shown where it counts.
final class InstanceChanges {
    private final SettingChanges changes = new SettingChanges();

    private InstanceChanges() {}

    static List<SettingChange> between(VrrpSpec before, VrrpSpec after) {
        InstanceChanges all = new InstanceChanges();
        all.identity(before, after);
        all.election(before, after);
        all.authentication(before.authentication(), after.authentication());
        all.delivery(before.delivery(), after.delivery());
        all.source(before, after);
        all.changes.entries(InstanceKeywords.VIRTUAL_IPADDRESS, AddressText.lines(before.addresses()),
                AddressText.lines(after.addresses()));
        all.changes.entries(InstanceKeywords.VIRTUAL_IPADDRESS_EXCLUDED, AddressText.lines(before.excluded()),
                AddressText.lines(after.excluded()));
        all.garp(before.garp(), after.garp());
        all.options(before.options(), after.options());
        all.changes.number(InstanceKeywords.KERNEL_RX_BUF_SIZE, before.receiveBuffer(), after.receiveBuffer());
        return all.changes.list();
    }

    private void identity(VrrpSpec before, VrrpSpec after) {
        changes.optional(InstanceKeywords.INTERFACE, before.interfaceName(), after.interfaceName());
        changes.number(InstanceKeywords.VIRTUAL_ROUTER_ID, before.virtualRouterId(), after.virtualRouterId());
        changes.flag(InstanceKeywords.NATIVE_IPV6, before.family() == Family.IPV6, after.family() == Family.IPV6);
        changes.number(InstanceKeywords.VERSION, before.version().number(), after.version().number());
    }

    private void election(VrrpSpec before, VrrpSpec after) {
        changes.text(InstanceKeywords.STATE, before.wantsMaster() ? "MASTER" : "BACKUP",
                after.wantsMaster() ? "MASTER" : "BACKUP");
        changes.number(InstanceKeywords.PRIORITY, before.priority(), after.priority());
        changes.seconds(InstanceKeywords.ADVERT_INT, before.advertInterval(), after.advertInterval());
        changes.number(InstanceKeywords.DOWN_TIMER_ADVERTS, before.downTimerAdverts(), after.downTimerAdverts());
        changes.flag(InstanceKeywords.NOPREEMPT, !before.preempt(), !after.preempt());
        changes.seconds(InstanceKeywords.PREEMPT_DELAY, before.preemptDelay(), after.preemptDelay());
    }

    private void authentication(Authentication before, Authentication after) {
        if (before.type() != after.type()) {
            changes.text(AuthenticationKeywords.AUTH_TYPE, type(before), type(after));
        } else {
            changes.secret(AuthenticationKeywords.AUTH_PASS, before, after);
        }
    }

    /// The authentication types of RFC 2338 section 5.3.6.
    private static String type(Authentication authentication) {
        return switch (authentication.type()) {
            case 0 -> "none";
            case 1 -> "PASS";
            case 2 -> "AH";
            default -> Integer.toString(authentication.type());
        };
    }

    private void delivery(Delivery before, Delivery after) {
        changes.optional(InstanceKeywords.MCAST_DST_IP, group(before), group(after));
        changes.entries(InstanceKeywords.UNICAST_PEER, peers(before), peers(after));
        changes.flag(InstanceKeywords.UNICAST_FAULT_NO_PEER, isWithoutPeers(before), isWithoutPeers(after));
        if (!(before instanceof Unicast here && after instanceof Unicast there)) {
            return;
        }
        changes.number(InstanceKeywords.UNICAST_TTL, here.ttl(), there.ttl());
        changes.flag(InstanceKeywords.CHECK_UNICAST_SRC, here.checkSource(), there.checkSource());
        changes.text(InstanceKeywords.OLD_UNICAST_CHECKSUM, old(here.oldChecksum()), old(there.oldChecksum()));
    }

    private static Optional<?> group(Delivery delivery) {
        return delivery instanceof Multicast(var group) ? Optional.of(group) : Optional.empty();
    }

    private static boolean isWithoutPeers(Delivery delivery) {
        return delivery instanceof Unicast unicast && unicast.peers().isEmpty();
    }

    private static List<String> peers(Delivery delivery) {
        return delivery instanceof Unicast unicast
                ? unicast.peers().stream().map(InstanceChanges::peer).toList() : List.of();
    }

    private static String peer(Peer peer) {
        return peer.address() + (peer.minTtl() == 0 ? "" : " " + PeerKeywords.MIN_TTL + " " + peer.minTtl())
                + (peer.maxTtl() == Peer.HIGHEST_TTL ? "" : " " + PeerKeywords.MAX_TTL + " " + peer.maxTtl());
    }

    /// With the group, which is that of `global_defs`, since it goes into the checksum.
    private static String old(OldChecksum checksum) {
        return switch (checksum.mode()) {
            case WHEN_HEARD -> "when heard";
            case ALWAYS -> "always";
            case NEVER -> "never";
        } + " (group " + checksum.group() + ")";
    }

    private void source(VrrpSpec before, VrrpSpec after) {
        changes.optional(after.isUnicast() ? InstanceKeywords.UNICAST_SRC_IP : InstanceKeywords.MCAST_SRC_IP,
                before.source().configured(), after.source().configured());
        changes.flag(InstanceKeywords.TRACK_SRC_IP, before.source().tracked(), after.source().tracked());
    }

    private void garp(GarpSpec before, GarpSpec after) {
        changes.number(InstanceKeywords.GARP_MASTER_REPEAT, before.repeat(), after.repeat());
        changes.seconds(InstanceKeywords.GARP_MASTER_DELAY, before.delay(), after.delay());
        changes.seconds(InstanceKeywords.GARP_MASTER_REFRESH, before.refresh(), after.refresh());
        changes.number(InstanceKeywords.GARP_MASTER_REFRESH_REPEAT, before.refreshRepeat(), after.refreshRepeat());
        changes.number(InstanceKeywords.GARP_LOWER_PRIO_REPEAT, before.lowerPrioRepeat(), after.lowerPrioRepeat());
        changes.seconds(InstanceKeywords.GARP_LOWER_PRIO_DELAY, before.lowerPrioDelay(), after.lowerPrioDelay());
    }

    private void options(VrrpOptions before, VrrpOptions after) {
        changes.flag(InstanceKeywords.SKIP_CHECK_ADV_ADDR, before.skipAddressCheck(), after.skipAddressCheck());
        changes.flag(InstanceKeywords.LOWER_PRIO_NO_ADVERT, before.lowerPrioNoAdvert(), after.lowerPrioNoAdvert());
        changes.flag(InstanceKeywords.HIGHER_PRIO_SEND_ADVERT, before.higherPrioSendAdvert(),
                after.higherPrioSendAdvert());
        changes.flag(InstanceKeywords.OWNER_IGNORE_ADVERTS, before.ownerIgnoreAdverts(), after.ownerIgnoreAdverts());
        changes.flag(InstanceKeywords.DONT_TRACK_PRIMARY, before.dontTrackPrimary(), after.dontTrackPrimary());
        changes.flag(InstanceKeywords.V3_CHECKSUM_AS_V2, before.checksumAsV2(), after.checksumAsV2());
        changes.number(InstanceKeywords.TIMER_EXPIRED_BACKUP, before.timerExpiredBackup(), after.timerExpiredBackup());
    }
}
