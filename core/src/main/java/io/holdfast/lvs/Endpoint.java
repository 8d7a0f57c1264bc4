package io.holdfast.lvs;

import io.holdfast.base.IpAddress;

/// An address and a port.
///
/// @param port 1 to 65535; 0 if there is none
public record Endpoint(IpAddress address, int port) {
    public Endpoint {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    public boolean hasPort() {
        return port != 0;
    }

    public Endpoint withPort(int other) {
        return new Endpoint(address, other);
    }

    /// `192.0.2.1:80`, `[2001:db8::1]:80`, or the address alone.
    @Override
    public String toString() {
        String host = address.isV4() || port == 0 ? address.toString() : "[" + address + "]";
        return port == 0 ? host : host + ":" + port;
    }
}
