package io.holdfast.daemon.vrrp;

import io.holdfast.node.NodeSpec;
import io.holdfast.node.SurroundingsSpec;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.track.PolledLink;
import io.holdfast.track.TrackerSpec;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part of a configuration this process runs on.
record VrrpConfig(GlobalSpec global, NodeSpec node) {

    /// How many virtual addresses there are.
    int addressCount() {
        int count = 0;
        for (VrrpSpec instance : node.instances()) {
            count += instance.addresses().size() + instance.excluded().size();
        }
        return count;
    }

    /// Whether there is anything to watch beside the election.
    boolean isWatchful() {
        TrackerSpec trackers = node.surroundings().trackers();
        return !trackers.files().isEmpty() || !trackers.processes().isEmpty() || !polledLinks().isEmpty();
    }

    /// The links that are asked for their state: each once, those first that say how.
    List<PolledLink> polledLinks() {
        SurroundingsSpec surroundings = node.surroundings();
        List<PolledLink> polled = new ArrayList<>(surroundings.trackers().polled());
        for (int i = 0; i < surroundings.instances().size(); i++) {
            Optional<String> name = node.instances().get(i).interfaceName();
            boolean asked = surroundings.trackers().pollsAll() || surroundings.instances().get(i).link().polled();
            if (asked && name.isPresent() && !contains(polled, name.get())) {
                polled.add(new PolledLink(name.get(), Optional.empty()));
            }
        }
        return polled;
    }

    private static boolean contains(List<PolledLink> polled, String name) {
        for (PolledLink link : polled) {
            if (link.interfaceName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
