package io.holdfast.linux.route;

/// What became of one change of an address.
public enum AddressOutcome {
    /// Not sent yet.
    PENDING,
    /// The kernel did it.
    DONE,
    /// To be added, but it was there already, with whatever attributes.
    EXISTED,
    /// To be removed, but it was not there.
    ABSENT,
    /// Refused; see the errno.
    FAILED
}
