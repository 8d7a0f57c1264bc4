package io.holdfast.lvs;

import java.time.Duration;
import java.util.Optional;

/// A client stays with its real server.
///
/// @param timeout     how long, in whole seconds, 1 to 2678400
/// @param granularity which clients count as one
/// @param engine      the kernel's persistence engine, up to 16 characters; empty for none
public record Persistence(Duration timeout, Granularity granularity, Optional<String> engine) {}
