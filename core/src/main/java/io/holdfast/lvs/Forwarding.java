package io.holdfast.lvs;

import java.util.Optional;

/// How packets get to a real server.
///
/// @param method what is done with a packet
/// @param tunnel how it is wrapped, for [Method#TUNNEL] only
public record Forwarding(Method method, Optional<Tunnel> tunnel) {
    public static final Forwarding NAT = new Forwarding(Method.NAT, Optional.empty());
    public static final Forwarding DIRECT = new Forwarding(Method.DIRECT, Optional.empty());
    public static final Forwarding IPIP = tunnel(new Tunnel(TunnelType.IPIP, 0, TunnelChecksum.NONE));

    public Forwarding {
        if (tunnel.isPresent() != (method == Method.TUNNEL)) {
            throw new IllegalArgumentException(method + " with " + tunnel);
        }
    }

    public static Forwarding tunnel(Tunnel tunnel) {
        return new Forwarding(Method.TUNNEL, Optional.of(tunnel));
    }

    public boolean isNat() {
        return method == Method.NAT;
    }

    public boolean isTunnel() {
        return method == Method.TUNNEL;
    }

    /// The ways there are.
    public enum Method {
        NAT, DIRECT, TUNNEL
    }

    /// @param type     the encapsulation
    /// @param port     destination port, 1 to 65535 for [TunnelType#GUE], else 0
    /// @param checksum what is checked; always [TunnelChecksum#NONE] for [TunnelType#IPIP]
    public record Tunnel(TunnelType type, int port, TunnelChecksum checksum) {
        public Tunnel {
            if ((type == TunnelType.GUE) != (port != 0)) {
                throw new IllegalArgumentException(type + " with port " + port);
            }
        }
    }

    /// The encapsulations there are.
    public enum TunnelType {
        IPIP, GUE, GRE
    }

    /// The checksums there are.
    public enum TunnelChecksum {
        NONE, FULL, REMOTE
    }
}
