package io.holdfast.linux.socket;

import io.holdfast.linux.sys.Descriptor;

/// What a VRRP socket is bound to: an interface, a VRF device, or nothing.
///
/// @param index the interface that packets leave by, 0 where the routing table decides
/// @param name  the device to bind to, empty for none
public record Device(int index, String name) {
    /// For unicast peers of an instance without an interface: any may carry its packets.
    public static final Device ANY = new Device(0, "");

    public static Device link(int index, String name) {
        return new Device(index, name);
    }

    /// A VRF device: the routing table of the VRF chooses among its interfaces, so none is asked for.
    public static Device vrf(String name) {
        return new Device(0, name);
    }

    boolean isAny() {
        return name.isEmpty();
    }

    boolean isLink() {
        return index != 0;
    }

    void bind(Descriptor socket) {
        if (!isAny()) {
            RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_BINDTODEVICE, name,
                    "SO_BINDTODEVICE " + name);
        }
    }

    /// @throws IllegalArgumentException unless it is an interface
    void requireLink() {
        if (!isLink()) {
            throw new IllegalArgumentException("a multicast group is joined on an interface");
        }
    }

    /// For messages: ` on eth0`, or nothing for no device.
    String where() {
        return isAny() ? "" : " on " + name;
    }
}
