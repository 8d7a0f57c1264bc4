package io.holdfast.node;

import io.holdfast.track.Tracked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who tracks what: with thousands of instances, no tracker may cost a look at each.
final class Dependents {
    private final Map<String, List<Instance>> scripts = new HashMap<>();
    private final Map<String, List<Instance>> files = new HashMap<>();
    private final Map<String, List<Instance>> processes = new HashMap<>();
    private final Map<String, List<Instance>> interfaces = new HashMap<>();

    /// @param instances in configuration order
    Dependents(List<Instance> instances) {
        for (Instance instance : instances) {
            if (!instance.tracked.isEmpty()) {
                enter(scripts, instance.tracked.scripts(), instance);
                enter(files, instance.tracked.files(), instance);
                enter(processes, instance.tracked.processes(), instance);
                enter(interfaces, instance.tracked.interfaces(), instance);
            }
        }
    }

    private static void enter(Map<String, List<Instance>> map, List<Tracked> tracked, Instance instance) {
        for (Tracked one : tracked) {
            List<Instance> known = map.get(one.name());
            if (known == null) {
                known = new ArrayList<>();
                map.put(one.name(), known);
            }
            known.add(instance);
        }
    }

    /// Names of the scripts that somebody tracks.
    Set<String> usedScripts() {
        return scripts.keySet();
    }

    /// Each in configuration order.
    List<Instance> onScript(String name) {
        return scripts.getOrDefault(name, List.of());
    }

    List<Instance> onFile(String name) {
        return files.getOrDefault(name, List.of());
    }

    List<Instance> onProcess(String name) {
        return processes.getOrDefault(name, List.of());
    }

    List<Instance> onInterface(String name) {
        return interfaces.getOrDefault(name, List.of());
    }
}
