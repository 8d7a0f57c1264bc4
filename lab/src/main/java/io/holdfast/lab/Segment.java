package io.holdfast.lab;

/// An Ethernet segment: a bridge in a namespace of its own, every port of it a host's cable.
///
/// A cable is pulled at the bridge's end: the host loses its carrier and the frames it had not sent. An isolated port
/// stays up but reaches no other isolated port: two nodes so parted both believe their link is fine.
public final class Segment {
    static final String BRIDGE = "br0";

    private final Namespace namespace;

    Segment(Namespace namespace) {
        this.namespace = namespace;
        namespace.ip(
                "link add " + BRIDGE + " type bridge mcast_snooping 0 stp_state 0 forward_delay 0",
                "link set " + BRIDGE + " up");
    }

    public Namespace namespace() {
        return namespace;
    }

    /// Joins a host's interface to the segment.
    void plug(String port, Namespace host, String device) {
        namespace.ip(
                "link add " + port + " type veth peer name " + device + " netns " + host.name(),
                "link set " + port + " master " + BRIDGE + " up");
    }

    void carrier(String port, boolean up) {
        namespace.ip("link set " + port + (up ? " up" : " down"));
    }

    /// Cuts the hosts off from each other, or joins them again; other hosts still reach both.
    public void part(boolean apart, Host... hosts) {
        for (Host host : hosts) {
            namespace.ip("link set " + host.port() + " type bridge_slave isolated " + (apart ? "on" : "off"));
        }
    }
}
