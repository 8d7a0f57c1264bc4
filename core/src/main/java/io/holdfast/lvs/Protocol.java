package io.holdfast.lvs;

/// The layer 4 protocol of a service.
public enum Protocol {
    TCP, UDP, SCTP
}
