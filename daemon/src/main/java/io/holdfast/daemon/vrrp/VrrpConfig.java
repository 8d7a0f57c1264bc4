package io.holdfast.daemon.vrrp;

import io.holdfast.node.NodeSpec;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.vrrp.VrrpSpec;

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
}
