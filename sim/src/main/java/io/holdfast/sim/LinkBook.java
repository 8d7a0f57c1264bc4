package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.Link;
import io.holdfast.node.NodeEvent;
import io.holdfast.track.LinkDelay;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The interfaces and addresses that a daemon was told of, as they have to count (`vrrp.md` 6.2 and 6.7).
final class LinkBook {
    private static final long NEVER = Long.MAX_VALUE;

    private static final class Card {
        private final String name;
        private final Set<IpAddress> addresses = new HashSet<>();
        private boolean counts;
        private boolean up;
        private long due = NEVER;

        private Card(String name) {
            this.name = name;
        }
    }

    private final Map<Integer, Card> cards = new HashMap<>();
    private List<LinkDelay> delays = List.of();

    void configure(List<LinkDelay> configured) {
        delays = configured;
    }

    /// @param users the instances before the event
    void told(NodeEvent event, List<InstanceStatus> users, long now) {
        switch (event) {
            case NodeEvent.LinkChanged(var link) -> changed(link, users, now);
            case NodeEvent.LinkRemoved(int index) -> cards.remove(index);
            case NodeEvent.AddressAdded added -> add(added);
            case NodeEvent.AddressRemoved(int index, var prefix) -> {
                if (cards.containsKey(index)) {
                    card(index).addresses.remove(prefix.address());
                }
            }
            case NodeEvent.Resynced(var links, var addresses) -> {
                cards.clear();
                links.forEach(this::look);
                addresses.forEach(this::add);
            }
            default -> { }
        }
    }

    private Card card(int index) {
        return Objects.requireNonNull(cards.get(index));
    }

    private void add(NodeEvent.AddressAdded added) {
        if (cards.containsKey(added.linkIndex())) {
            card(added.linkIndex()).addresses.add(added.prefix().address());
        }
    }

    private Card look(Link link) {
        Card card = cards.computeIfAbsent(link.index(), _ -> new Card(link.name()));
        card.up = link.up();
        card.counts = link.up();
        card.due = NEVER;
        return card;
    }

    private void changed(Link link, List<InstanceStatus> users, long now) {
        if (!cards.containsKey(link.index())) {
            look(link);
            return;
        }
        Card card = card(link.index());
        card.up = link.up();
        if (card.up == card.counts) {
            card.due = NEVER;
            return;
        }
        long wait = wait(card, users);
        if (wait <= 0) {
            look(link);
        } else if (card.due == NEVER) {
            card.due = now + wait;
        }
    }

    private long wait(Card card, List<InstanceStatus> users) {
        for (LinkDelay delay : delays) {
            if (delay.interfaceName().equals(card.name)) {
                long wait = (card.up ? delay.up() : delay.down()).toNanos();
                for (InstanceStatus user : users) {
                    wait = Math.min(wait, uses(user.spec(), card.name) ? most(user) : wait);
                }
                return wait;
            }
        }
        return 0;
    }

    private static boolean uses(VrrpSpec spec, String name) {
        return spec.interfaceName().orElse("").equals(name)
                || spec.held().stream().map(VirtualAddress::interfaceName).anyMatch(name::equals);
    }

    private static long most(InstanceStatus user) {
        long interval = (user.state() instanceof VrrpState.Backup backup ? backup.masterInterval()
                : user.spec().advertInterval()).toNanos();
        int adverts = user.spec().downTimerAdverts();
        return adverts == 1 ? 0 : (adverts - 1) * interval - interval / 256;
    }

    /// A timer fired.
    ///
    /// @return whether anything counts now that did not
    boolean fires(long now) {
        boolean any = false;
        for (Card card : cards.values()) {
            if (card.due <= now) {
                card.counts = card.up;
                card.due = NEVER;
                any = true;
            }
        }
        return any;
    }

    long due() {
        long due = NEVER;
        for (Card card : cards.values()) {
            due = Math.min(due, card.due);
        }
        return due;
    }

    boolean isUp(String name) {
        for (Card card : cards.values()) {
            if (card.name.equals(name)) {
                return card.counts;
            }
        }
        return false;
    }

    /// Whether an instance has its interface, and there what its advertisements are sent from.
    ///
    /// @param virtual addresses that are never a source
    boolean serves(VrrpSpec spec, Set<IpAddress> virtual) {
        String name = spec.interfaceName().orElseThrow();
        if (!isUp(name)) {
            return false;
        }
        for (Card card : cards.values()) {
            if (card.name.equals(name)) {
                for (IpAddress address : card.addresses) {
                    if (spec.source().configured().isPresent() ? spec.source().configured().get().equals(address)
                            : address.family() == spec.family() && !virtual.contains(address)) {
                        return true;
                    }
                }
            }
        }
        return spec.source().configured().isPresent() && !spec.source().tracked();
    }
}
