package io.holdfast.config.lvs;

import java.time.Duration;
import java.util.Optional;

/// What checks have from their real server, which has it from its virtual server (15.6).
///
/// @param retry              failures that are forgiven; empty for what is usual for the kind of check
/// @param delayBeforeRetry   time between attempts; empty likewise
/// @param warmup             longest delay of the first check; empty for the check's `delay_loop`
/// @param delayLoop          time between checks
/// @param serviceDelayLoop   the same of the virtual server
/// @param connectTimeout     time for a connection
/// @param alpha              checks start as failed
/// @param logAllFailures     forgiven failures are logged, too
/// @param virtualHost        the name HTTP asks for
/// @param serviceVirtualHost the same of the virtual server
public record CheckDefaults(Optional<Long> retry, Optional<Duration> delayBeforeRetry, Optional<Duration> warmup,
        Duration delayLoop, Duration serviceDelayLoop, Duration connectTimeout, boolean alpha, boolean logAllFailures,
        Optional<String> virtualHost, Optional<String> serviceVirtualHost) {}
