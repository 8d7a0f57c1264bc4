package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever happens in whatever order: an instance holds all its addresses while it is master and none while it is not,
/// and the shell is never asked to act for an instance it was not prepared for.
class NodePropertyTest {
    private static final List<VrrpSpec> FIRST = List.of(
            Specs.vrrp().spec(),
            Specs.v3().name("VI_2").vrid(52).priority(200).addresses("192.0.2.110/24").spec(),
            Specs.vrrp().name("VI_3").vrid(53).owner().addresses("192.0.2.120").spec());
    private static final List<VrrpSpec> SECOND = List.of(
            Specs.vrrp().addresses("192.0.2.101", "192.0.2.110/24").spec(),
            Specs.v3().name("VI_2").vrid(52).priority(90).addresses("192.0.2.102").spec(),
            Specs.vrrp().name("VI_4").vrid(54).preemptDelay(Duration.ofSeconds(3)).addresses("192.0.2.130").spec());

    /// Carries out actions on a set of addresses; its reports arrive one event late.
    private static final class Kernel {
        private final NodeDriver driver;
        private final Set<Prefix> held = new HashSet<>();
        private final Map<Integer, InstancePlan> prepared = new HashMap<>();
        private final Deque<NodeEvent> reports = new ArrayDeque<>();

        private Kernel(NodeDriver driver) {
            this.driver = driver;
        }

        private void deliver(NodeEvent event) {
            for (Action action : driver.on(event)) {
                perform(action);
            }
        }

        private void perform(Action action) {
            switch (action) {
                case Action.Prepare(var plan) -> prepared.put(plan.id().number(), plan);
                case Action.Release(var id) -> prepared.remove(id.number());
                case Action.SendAdvert(var id, _, _) -> assertThat(prepared).containsKey(id.number());
                case Action.Announce(var id, _) -> assertThat(prepared).containsKey(id.number());
                case Action.AnnounceOne(var id, _, _) -> assertThat(prepared).containsKey(id.number());
                case Action.AddAddresses(var id) -> change(id, List.of(), planned(id));
                case Action.RemoveAddresses(var id) -> change(id, planned(id), List.of());
                case Action.ChangeAddresses(var id, var remove, var add) -> change(id, remove, add);
                case Action.Notify _, Action.NotifyGroup _, Action.Reprioritize _, Action.Note _, Action.Tell _,
                        Action.Resume _, Action.RunScript _,
                        Action.ReportRefusal _, Action.Log _ -> { }
            }
        }

        private List<PlacedAddress> planned(InstanceId id) {
            assertThat(prepared).containsKey(id.number());
            return Objects.requireNonNull(prepared.get(id.number())).addresses();
        }

        private void change(InstanceId id, List<PlacedAddress> remove, List<PlacedAddress> add) {
            List<PlacedAddress> added = new ArrayList<>();
            for (PlacedAddress address : remove) {
                if (held.remove(address.address().prefix())) {
                    reports.add(new NodeEvent.AddressRemoved(2, address.address().prefix()));
                }
            }
            for (PlacedAddress address : add) {
                if (held.add(address.address().prefix())) {
                    reports.add(new NodeEvent.AddressAdded(2, address.address().prefix()));
                    added.add(address);
                }
            }
            reports.add(new NodeEvent.AddressesApplied(id, added, List.of()));
        }

        private void report() {
            NodeEvent report = reports.poll();
            if (report != null) {
                deliver(report);
            }
        }
    }

    @Property(tries = 2_000)
    void mastersHoldTheirAddressesAndNobodyElseDoes(
            @ForAll @Size(min = 40, max = 120) List<@IntRange(max = 15) Integer> script) {
        NodeDriver driver = new NodeDriver(NodeSpec.of(FIRST));
        Kernel kernel = new Kernel(driver);
        kernel.deliver(new NodeEvent.Resynced(List.of(NodeDriver.ETH0),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN))));
        kernel.deliver(new NodeEvent.Started(Memory.NONE));
        for (int step : script) {
            take(step, driver, kernel);
            // Reports sometimes lag, but never overtake.
            while (step % 2 == 0 && !kernel.reports.isEmpty()) {
                kernel.report();
            }
            check(driver, kernel);
        }
    }

    private static void take(int step, NodeDriver driver, Kernel kernel) {
        switch (step) {
            case 0 -> kernel.deliver(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", false)));
            case 1 -> kernel.deliver(new NodeEvent.LinkChanged(NodeDriver.ETH0));
            case 2 -> kernel.deliver(driver.advert(FIRST.get(0), "192.0.2.2", 150));
            case 3 -> kernel.deliver(driver.advert(FIRST.get(0), "192.0.2.2", 50));
            case 4 -> kernel.deliver(driver.advert(FIRST.get(1), "192.0.2.2", 0));
            case 5 -> kernel.deliver(driver.advert(FIRST.get(1), "192.0.2.2", 200));
            case 6 -> kernel.deliver(driver.advert(FIRST.get(2), "192.0.2.250", 255));
            case 7 -> kernel.deliver(new NodeEvent.ReloadCommitted(NodeSpec.of(FIRST)));
            case 8 -> kernel.deliver(new NodeEvent.ReloadCommitted(NodeSpec.of(SECOND)));
            case 9 -> kernel.deliver(new NodeEvent.AddressRemoved(2, NodeDriver.OWN));
            case 10 -> kernel.deliver(new NodeEvent.AddressAdded(2, NodeDriver.OWN));
            case 11 -> kernel.deliver(new NodeEvent.LoopLate(Duration.ofSeconds(1)));
            default -> {
                if (driver.node.nextDeadline().isPresent()) {
                    driver.now = driver.node.nextDeadline().get();
                    kernel.deliver(new NodeEvent.TimerFired());
                    assertThat(driver.node.nextDeadline().filter(next -> !next.isAfter(driver.now))).isEmpty();
                }
            }
        }
    }

    private static void check(NodeDriver driver, Kernel kernel) {
        Set<Prefix> wanted = new HashSet<>();
        for (InstanceStatus status : driver.node.status()) {
            if (status.state() instanceof VrrpState.Master) {
                status.plan().orElseThrow().addresses().forEach(address -> wanted.add(address.address().prefix()));
            }
            assertThat(status.state() instanceof VrrpState.Fault).isEqualTo(!status.faults().isEmpty());
        }
        assertThat(kernel.held).isEqualTo(wanted);
    }
}
