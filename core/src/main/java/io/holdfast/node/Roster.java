package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.VirtualAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The instances of a configuration, and which of them are concerned by what happens to one instance, one interface or
/// one address: with tens of thousands of them, no such event may cost a look at each.
final class Roster {
    private final List<Instance> all;
    private final Map<InstanceId, Instance> byId;
    /// Their own interface, or one that they have an address on.
    private final Map<String, List<Instance>> byInterface = new HashMap<>();
    /// Without an interface of their own: they use whatever interface has their source address.
    private final List<Instance> anywhere = new ArrayList<>();
    /// A tree, because hashing a record is linked on first use.
    private final Map<IpAddress, List<Instance>> byAddress = new TreeMap<>();

    /// @param instances in configuration order
    Roster(List<Instance> instances) {
        all = List.copyOf(instances);
        byId = HashMap.newHashMap(all.size());
        for (Instance instance : all) {
            byId.put(instance.id(), instance);
            enter(instance);
        }
    }

    private void enter(Instance instance) {
        Optional<String> own = instance.spec().interfaceName();
        if (own.isEmpty()) {
            anywhere.add(instance);
        } else {
            isOn(own.get(), instance);
        }
        for (VirtualAddress address : instance.spec().addresses()) {
            has(address, instance);
        }
        for (VirtualAddress address : instance.spec().excluded()) {
            has(address, instance);
        }
    }

    private void has(VirtualAddress address, Instance instance) {
        isOn(address.interfaceName(), instance);
        List<Instance> known = byAddress.get(address.address());
        if (known == null) {
            byAddress.put(address.address(), List.of(instance));
        } else if (known.getLast() != instance) {
            // Usually there is but one, and then the list is kept small.
            List<Instance> several = known.size() == 1 ? new ArrayList<>(known) : known;
            several.add(instance);
            byAddress.put(address.address(), several);
        }
    }

    /// One instance is entered completely before the next, so that it can only be the last.
    private void isOn(String interfaceName, Instance instance) {
        List<Instance> known = byInterface.get(interfaceName);
        if (known == null) {
            known = new ArrayList<>();
            byInterface.put(interfaceName, known);
        }
        if (known.isEmpty() || known.getLast() != instance) {
            known.add(instance);
        }
    }

    /// In configuration order.
    List<Instance> all() {
        return all;
    }

    Optional<Instance> byId(InstanceId id) {
        Instance instance = byId.get(id);
        return instance == null ? Optional.empty() : instance.present();
    }

    /// Whom a change of an interface may concern, in configuration order; beside them always those [#anywhere].
    List<Instance> on(String interfaceName) {
        return byInterface.getOrDefault(interfaceName, List.of());
    }

    /// Whom the address of any interface may concern.
    List<Instance> anywhere() {
        return anywhere;
    }

    /// Who has a virtual address, in configuration order.
    List<Instance> holding(IpAddress address) {
        return byAddress.getOrDefault(address, List.of());
    }

    /// All virtual addresses of the configuration.
    Set<IpAddress> virtual() {
        return byAddress.keySet();
    }
}
