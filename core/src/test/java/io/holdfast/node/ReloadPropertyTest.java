package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Random edits of a configuration of fifty instances, one after the other: whoever was not edited notices nothing, and
/// the addresses in the kernel are what a plain model says they are.
class ReloadPropertyTest {
    private static final int INSTANCES = 50;
    private static final int EDITS = 30;

    /// What an edit may change about an instance.
    private record Written(int vrid, String name, int priority, int seconds, Set<Integer> addresses) {

        VrrpSpec spec() {
            return Specs.v3().name(name).vrid(vrid).priority(priority).interval(Duration.ofSeconds(seconds))
                    .addresses(addresses.stream().map(n -> "192.0.2." + n).toArray(String[]::new)).spec();
        }
    }

    /// The configuration as somebody edits it, and who was edited last. No two instances share an address.
    private static final class File {
        private final Random random;
        private final List<Written> instances = new ArrayList<>();
        private final Set<Integer> touched = new HashSet<>();
        private final TreeSet<Integer> free = new TreeSet<>();
        private int names;

        private File(long seed) {
            random = new Random(seed);
            for (int address = 10; address < 250; address++) {
                free.add(address);
            }
            for (int i = 0; i < INSTANCES; i++) {
                add(51 + i);
            }
        }

        private void add(int vrid) {
            instances.add(new Written(vrid, "VI_" + names++, 100, 1, Set.of(take())));
            touched.add(vrid);
        }

        private int take() {
            return Objects.requireNonNull(free.pollFirst());
        }

        private NodeSpec spec() {
            return NodeSpec.of(instances.stream().map(Written::spec).toList());
        }

        private void edit() {
            touched.clear();
            int edits = 1 + random.nextInt(3);
            for (int i = 0; i < edits && !instances.isEmpty(); i++) {
                edit(random.nextInt(instances.size()));
            }
        }

        private void edit(int index) {
            Written w = instances.get(index);
            switch (random.nextInt(8)) {
                case 0 -> put(index, new Written(w.vrid, w.name, 1 + random.nextInt(254), w.seconds, w.addresses));
                case 1 -> put(index, new Written(w.vrid, w.name, w.priority, w.seconds % 9 + 1, w.addresses));
                case 2 -> put(index, new Written(w.vrid, "VI_" + names++, w.priority, w.seconds, w.addresses));
                case 3 -> {
                    Set<Integer> more = new TreeSet<>(w.addresses);
                    more.add(take());
                    put(index, new Written(w.vrid, w.name, w.priority, w.seconds, more));
                }
                case 4 -> {
                    Set<Integer> fewer = new TreeSet<>(w.addresses);
                    int gone = fewer.iterator().next();
                    if (fewer.size() > 1) {
                        fewer.remove(gone);
                        put(index, new Written(w.vrid, w.name, w.priority, w.seconds, fewer));
                    }
                }
                case 5 -> {
                    touched.add(w.vrid);
                    instances.remove(index);
                }
                case 6 -> freeVrid().ifPresent(this::add);
                default -> Collections.shuffle(instances, random);
            }
        }

        private Optional<Integer> freeVrid() {
            Set<Integer> used = new HashSet<>();
            instances.forEach(instance -> used.add(instance.vrid));
            return IntStream.rangeClosed(1, 255).boxed()
                    .filter(vrid -> !used.contains(vrid) && !touched.contains(vrid)).findFirst();
        }

        private void put(int index, Written changed) {
            touched.add(changed.vrid);
            instances.set(index, changed);
        }
    }

    /// Carries out what is asked for.
    private static final class Kernel {
        private final Map<Integer, List<PlacedAddress>> planned = new HashMap<>();
        private final Set<Prefix> held = new HashSet<>();

        private List<Action> carryOut(List<Action> actions) {
            for (Action action : actions) {
                switch (action) {
                    case Action.Prepare(var plan) -> planned.put(plan.id().number(), plan.addresses());
                    case Action.AddAddresses(var id) -> add(planned(id));
                    case Action.RemoveAddresses(var id) -> remove(planned(id));
                    case Action.ChangeAddresses(_, var remove, var add) -> {
                        remove(remove);
                        add(add);
                    }
                    default -> { }
                }
            }
            return actions;
        }

        private List<PlacedAddress> planned(InstanceId id) {
            return Objects.requireNonNull(planned.get(id.number()));
        }

        private void add(List<PlacedAddress> addresses) {
            addresses.forEach(address -> assertThat(held.add(address.address().prefix())).isTrue());
        }

        private void remove(List<PlacedAddress> addresses) {
            addresses.forEach(address -> assertThat(held.remove(address.address().prefix())).isTrue());
        }
    }

    @Property(tries = 150)
    void whoWasNotEditedNoticesNothing(@ForAll long seed) {
        File file = new File(seed);
        NodeDriver driver = new NodeDriver(file.spec());
        Kernel kernel = new Kernel();
        kernel.carryOut(driver.start());
        while (driver.node.status().stream().anyMatch(status -> status.state().name() != VrrpStateName.MASTER)) {
            kernel.carryOut(driver.fire());
        }
        Random time = new Random(seed);
        for (int i = 0; i < EDITS; i++) {
            driver.wait(Duration.ofMillis(time.nextInt(50)));
            Map<Integer, VrrpState> before = states(driver);
            file.edit();
            List<Action> actions = kernel.carryOut(driver.on(new NodeEvent.ReloadCommitted(file.spec())));

            Map<Integer, Integer> vrids = vrids(driver);
            for (Action action : actions) {
                assertThat(file.touched).as("the instance of %s, seed %d", action, seed)
                        .contains(vrids.getOrDefault(number(action), removedVrid(file, vrids)));
            }
            states(driver).forEach((vrid, state) -> {
                if (!file.touched.contains(vrid)) {
                    assertThat(state).as("VRID %d, seed %d", vrid, seed).isSameAs(before.get(vrid));
                }
            });
            assertThat(kernel.held).as("seed %d", seed).isEqualTo(expected(file, states(driver)));
        }
    }

    private static Set<Prefix> expected(File file, Map<Integer, VrrpState> states) {
        Set<Prefix> expected = new HashSet<>();
        for (Written written : file.instances) {
            if (states.get(written.vrid) instanceof VrrpState.Master) {
                written.addresses.forEach(n -> expected.add(Prefix.literal("192.0.2." + n)));
            }
        }
        return expected;
    }

    /// An action about an instance that is gone can only be about one that was edited away.
    private static int removedVrid(File file, Map<Integer, Integer> vrids) {
        return file.touched.stream().filter(vrid -> !vrids.containsValue(vrid)).findFirst().orElse(-1);
    }

    private static Map<Integer, VrrpState> states(NodeDriver driver) {
        Map<Integer, VrrpState> states = new HashMap<>();
        driver.node.status().forEach(status -> states.put(status.spec().virtualRouterId(), status.state()));
        return states;
    }

    /// The VRID of each instance, by the number the shell knows it by.
    private static Map<Integer, Integer> vrids(NodeDriver driver) {
        Map<Integer, Integer> vrids = new HashMap<>();
        driver.node.status().forEach(status -> vrids.put(status.id().number(), status.spec().virtualRouterId()));
        return vrids;
    }

    private static int number(Action action) {
        return switch (action) {
            case Action.Prepare(var plan) -> plan.id().number();
            case Action.Release(var id) -> id.number();
            case Action.SendAdvert(var id, _, _) -> id.number();
            case Action.AddAddresses(var id) -> id.number();
            case Action.RemoveAddresses(var id) -> id.number();
            case Action.ChangeAddresses(var id, _, _) -> id.number();
            case Action.Announce(var id, _) -> id.number();
            case Action.AnnounceOne(var id, _, _) -> id.number();
            case Action.Notify(var id, _, _, _) -> id.number();
            case Action.Resume(var id, _, _, _) -> id.number();
            case Action.Reprioritize _, Action.Note _, Action.NotifyGroup _, Action.Tell _, Action.RunScript _,
                    Action.ReportRefusal _, Action.Log _ ->
                    throw new AssertionError("left out by the driver");
        };
    }
}
