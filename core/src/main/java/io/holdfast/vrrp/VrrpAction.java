package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;

/// What an instance wants done, in order.
public sealed interface VrrpAction {

    /// @param priority what it says, 0 to resign
    record SendAdvert(int priority) implements VrrpAction {}

    /// Put all virtual addresses in place.
    record AddAddresses() implements VrrpAction {}

    /// Take all virtual addresses away.
    record RemoveAddresses() implements VrrpAction {}

    /// @param rounds how often each address is announced
    record Announce(int rounds) implements VrrpAction {}

    /// Tell the world about a new state.
    record Notify(VrrpStateName state, int priority) implements VrrpAction {}

    /// Keep a mastership in the books that began before this process; the world knows of it.
    record Resume(int priority, MonoTime since) implements VrrpAction {}

    /// @param detail for `-D` only
    record Log(boolean detail, String text) implements VrrpAction {}
}
