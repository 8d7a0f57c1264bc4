package io.holdfast.linux.route;

/// Something changed, by our doing or another's.
public sealed interface RouteEvent {
    /// A link appeared or is different now.
    record LinkChanged(LinkInfo link) implements RouteEvent {}

    record LinkRemoved(LinkInfo link) implements RouteEvent {}

    /// An address appeared, or its attributes changed: IPv6 reports the end of duplicate detection this way.
    record AddressAdded(AddressInfo address) implements RouteEvent {}

    record AddressRemoved(AddressInfo address) implements RouteEvent {}

    /// Events were lost, and what had waited with them was thrown away: only a fresh dump tells how things are.
    record Overrun() implements RouteEvent {}
}
