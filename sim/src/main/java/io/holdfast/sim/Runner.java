package io.holdfast.sim;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.journal.Recorder;
import io.holdfast.node.Action;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeEvent.AddressesApplied.Failure;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.Advert;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.GarpFrame;
import io.holdfast.vrrp.NaFrame;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries out the actions of a node on a simulated machine, in order and at once, as the daemon does.
final class Runner {
    private static final int IPV4_TTL = 8; // RFC 791 section 3.1
    private static final int MULTICAST_HOP_LIMIT = 255;
    private static final int KERNEL_HOP_LIMIT = 64;

    private final World world;
    private final Host host;
    private final Daemon daemon;
    private final Recorder recorder;

    Runner(World world, Host host, Daemon daemon, Recorder recorder) {
        this.world = world;
        this.host = host;
        this.daemon = daemon;
        this.recorder = recorder;
    }

    void run(List<Action> actions) {
        int survived = host.survives(actions);
        for (int i = 0; i < survived; i++) {
            world.journal().note(world.now(), host.name(), actions.get(i));
            if (run(actions.get(i))) {
                recorder.carriedOut(actions.get(i), host.now());
            }
        }
        if (survived < actions.size()) {
            host.kill();
        }
    }

    /// @return false if it is an advertisement that could not be sent
    private boolean run(Action action) {
        if (action instanceof Action.SendAdvert(var instance, int priority, long sequence)) {
            return send(daemon.member(instance), priority, sequence);
        }
        runOther(action);
        return true;
    }

    private void runOther(Action action) {
        switch (action) {
            case Action.Prepare(var plan) -> daemon.prepare(plan);
            case Action.Release(var instance) -> daemon.release(instance);
            case Action.SendAdvert _ -> throw new AssertionError("not another");
            case Action.AddAddresses(var instance) -> add(daemon.member(instance));
            case Action.RemoveAddresses(var instance) -> remove(daemon.member(instance));
            case Action.ChangeAddresses(var instance, var remove, var add) -> {
                List<Failure> failures = new ArrayList<>();
                remove.forEach(address -> host.kernel().remove(HeldAddress.of(address)));
                List<PlacedAddress> added = add(add, failures);
                daemon.answer(new NodeEvent.AddressesApplied(instance, added, failures));
            }
            case Action.Announce(var instance, _) -> {
                daemon.member(instance).plan().addresses().forEach(this::announce);
                daemon.member(instance).duty().announces();
            }
            case Action.AnnounceOne(_, var address, _) -> announce(address);
            case Action.Notify notify -> notified(notify);
            case Action.Resume(var instance, _, _, _) -> resume(daemon.member(instance));
            case Action.Reprioritize(var instance, _, _) ->
                    daemon.known(instance).ifPresent(member -> member.reprioritized(world.now()));
            case Action.RunScript(var script) -> daemon.run(script);
            case Action.NotifyGroup _, Action.Note _, Action.Tell _, Action.ReportRefusal _,
                    Action.Log _ -> { }
        }
    }

    private boolean send(Member member, int priority, long sequence) {
        member.duty().sends(priority);
        int linkIndex = member.plan().linkIndex();
        if (!host.isUp(linkIndex)) {
            daemon.answer(new NodeEvent.AdvertFailed(member.plan().id(), "ENETDOWN"));
            return false;
        }
        world.elections().sent(member);
        Advert truth = new Advert(member.plan().source(), priority, member.spec().advertInterval());
        for (Map.Entry<IpAddress, OutgoingAdvert> advert : member.adverts().entrySet()) {
            ByteBuffer packet = advert.getValue().next(priority, sequence);
            byte[] bytes = new byte[packet.remaining()];
            packet.get(bytes);
            world.network().send(host, member.election().segment(), new Packet(advert.getKey(),
                    ttl(member.spec(), bytes), bytes, truth, member.election()));
        }
        return true;
    }

    /// Over IPv6 the kernel makes the header, and is told the hop limit when the socket is opened (`vrrp.md` 1.3).
    private static int ttl(VrrpSpec spec, byte[] bytes) {
        if (spec.family() == Family.IPV4) {
            return bytes[IPV4_TTL] & 0xff;
        }
        return spec.delivery() instanceof Delivery.Unicast unicast ? unicast.ttl().orElse(KERNEL_HOP_LIMIT)
                : MULTICAST_HOP_LIMIT;
    }

    private void add(Member member) {
        List<Failure> failures = new ArrayList<>();
        List<PlacedAddress> added = add(member.plan().addresses(), failures);
        daemon.answer(new NodeEvent.AddressesApplied(member.plan().id(), added, failures));
    }

    private List<PlacedAddress> add(List<PlacedAddress> addresses, List<Failure> failures) {
        List<PlacedAddress> added = new ArrayList<>();
        for (PlacedAddress address : addresses) {
            HeldAddress held = HeldAddress.of(address);
            Optional<String> refusal = host.kernel().refusal(held);
            if (refusal.isPresent()) {
                failures.add(new Failure(address, refusal.get()));
            } else if (host.kernel().add(held)) {
                added.add(address);
            }
        }
        return added;
    }

    private void remove(Member member) {
        member.addresses().forEach(host.kernel()::remove);
        daemon.answer(new NodeEvent.AddressesApplied(member.plan().id(), List.of(), List.of()));
    }

    private void announce(PlacedAddress address) {
        if (host.isUp(address.linkIndex())) {
            address.announcer().ifPresent(mac -> {
                if (address.address().address().isV4()) {
                    ByteBuffer frame = ByteBuffer.allocate(GarpFrame.LENGTH);
                    GarpFrame.encode(mac, address.address().address(), frame);
                    world.neighbours().hear(frame);
                } else {
                    byte[] frame = new byte[NaFrame.LENGTH];
                    NaFrame.encode(mac, address.address().address(), false, frame);
                    world.neighbours().hear(ByteBuffer.wrap(frame));
                }
            });
        }
    }

    private void resume(Member member) {
        world.holdings().changed(host);
        member.duty().resumes();
        member.state(VrrpStateName.MASTER);
        world.elections().resumed(member);
    }

    private void notified(Action.Notify notify) {
        world.elections().countTransition(host, notify);
        world.holdings().changed(host);
        daemon.known(notify.instance()).ifPresent(member -> {
            member.duty().enters(member.state(), notify);
            member.state(notify.state());
            world.elections().review(member);
        });
    }
}
