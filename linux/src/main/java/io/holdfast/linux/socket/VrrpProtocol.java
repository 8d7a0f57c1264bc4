package io.holdfast.linux.socket;

import io.holdfast.base.Family;
import io.holdfast.linux.sys.Descriptor;

/// The IP protocol that VRRP comes in: its own, or AH of IPsec.
public enum VrrpProtocol {
    PLAIN(SocketConstants.IPPROTO_VRRP), AUTHENTICATED(SocketConstants.IPPROTO_AH);

    private final int number;

    VrrpProtocol(int number) {
        this.number = number;
    }

    /// The one with a number.
    public static VrrpProtocol of(int number) {
        return number == SocketConstants.IPPROTO_AH ? AUTHENTICATED : PLAIN;
    }

    Descriptor open(Family family, String what) {
        return RawSocket.open(SocketAddress.domain(family), SocketConstants.SOCK_RAW, number, what);
    }
}
