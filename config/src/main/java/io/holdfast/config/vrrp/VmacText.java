package io.holdfast.config.vrrp;

import io.holdfast.base.MacAddress;
import io.holdfast.vrrp.VmacSpec;
import java.util.Optional;

/// What was written behind `use_vmac`, without which everything is generated.
record VmacText(Optional<String> name, Optional<OwnMac> mac, boolean reported, Optional<String> group) {
    static final VmacText GENERATED = new VmacText(Optional.empty(), Optional.empty(), false, Optional.empty());

    /// @param virtualRouterId what completes an address of five octets
    VmacSpec spec(int virtualRouterId, boolean keepsMac) {
        Optional<MacAddress> address = mac.isEmpty() || !keepsMac ? Optional.empty()
                : Optional.of(mac.get().of(virtualRouterId));
        return new VmacSpec(name, address, reported, group);
    }
}
