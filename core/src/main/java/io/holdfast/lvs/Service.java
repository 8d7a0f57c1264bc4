package io.holdfast.lvs;

import io.holdfast.base.IpAddress;

/// What a virtual server answers to (1.1).
public sealed interface Service {
    /// Packets to an address.
    ///
    /// @param endpoint the address; without a port, all ports
    record Address(Endpoint endpoint) implements Service {}

    /// Packets that carry a firewall mark.
    ///
    /// @param mark 0 to 4294967295
    record Mark(long mark) implements Service {}

    /// What a `virtual_server_group` lists.
    record Group(String name) implements Service {}

    /// @param port 0 if there is none
    static Service address(IpAddress address, int port) {
        return new Address(new Endpoint(address, port));
    }
}
