package io.holdfast.sim;

import io.holdfast.journal.Recorder;
import io.holdfast.node.Action;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeEvent.AddressesApplied.Failure;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.GarpFrame;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Carries out the actions of a node on a simulated machine, in order and at once, as the daemon does.
final class Runner {
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
                recorder.carriedOut(actions.get(i), world.monoTime());
            }
        }
        if (survived < actions.size()) {
            host.kill();
        }
    }

    /// @return false if it is an advertisement that could not be sent
    private boolean run(Action action) {
        if (action instanceof Action.SendAdvert(var instance, int priority)) {
            return send(daemon.member(instance), priority);
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
            case Action.Announce(var instance, _) -> daemon.member(instance).plan().addresses().forEach(this::announce);
            case Action.AnnounceOne(_, var address, _) -> announce(address);
            case Action.Notify notify -> notified(notify);
            case Action.Resume(var instance, _, _, _) -> resume(daemon.member(instance));
            case Action.ReportRefusal _, Action.Log _ -> { } // the journal has it already
        }
    }

    private boolean send(Member member, int priority) {
        int linkIndex = member.plan().linkIndex();
        if (!host.isUp(linkIndex)) {
            daemon.answer(new NodeEvent.AdvertFailed(member.plan().id(), "ENETDOWN"));
            return false;
        }
        world.elections().sent(member);
        ByteBuffer packet = member.advert().next(priority);
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        world.network().send(host, linkIndex, member.plan().source(), bytes);
        return true;
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
            if (host.kernel().isRefused(held)) {
                failures.add(new Failure(address, "EPERM"));
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
                ByteBuffer frame = ByteBuffer.allocate(GarpFrame.LENGTH);
                GarpFrame.encode(mac, address.address().address(), frame);
                world.neighbours().hear(frame);
            });
        }
    }

    private void resume(Member member) {
        world.holdings().changed(host);
        member.state(VrrpStateName.MASTER);
        world.elections().resumed(member);
    }

    private void notified(Action.Notify notify) {
        world.elections().countTransition(host, notify);
        world.holdings().changed(host);
        daemon.known(notify.instance()).ifPresent(member -> {
            member.state(notify.state());
            world.elections().review(member);
        });
    }
}
