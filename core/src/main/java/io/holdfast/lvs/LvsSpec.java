package io.holdfast.lvs;

import java.util.List;
import java.util.Optional;

/// All of load balancing.
///
/// @param virtualServers in the order of the configuration
/// @param groups         those that are used by name, empty ones left out
/// @param tls            what SSL_GET checks show of themselves; empty without an `SSL` block
public record LvsSpec(List<VirtualServerSpec> virtualServers, List<ServerGroupSpec> groups, Optional<TlsSpec> tls) {
    public static final LvsSpec NONE = new LvsSpec(List.of(), List.of(), Optional.empty());

    public LvsSpec {
        virtualServers = List.copyOf(virtualServers);
        groups = List.copyOf(groups);
    }
}
