package io.holdfast.checkers;

import io.holdfast.base.IpAddress;
import io.holdfast.lvs.Endpoint;
import java.time.Duration;
import java.util.Optional;

/// Whom a check talks to, and from where (2.1).
///
/// @param target     the server
/// @param source     the local address, of the target's family; empty for the kernel's choice
/// @param sourcePort the local port, 0 for any; matters only with a source
/// @param device     the only interface to use; empty for any
/// @param timeout    how long a connection may take, above 0
/// @param mark       what packets are marked with; 0 for nothing
record ConnectionSpec(Endpoint target, Optional<IpAddress> source, int sourcePort, Optional<String> device,
        Duration timeout, long mark) {}
