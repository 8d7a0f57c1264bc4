package io.holdfast.track;

import java.util.List;

/// All that is watched.
///
/// @param delays   `interface_up_down_delays`
/// @param polled   `linkbeat_interfaces`
/// @param pollsAll `linkbeat_use_polling`: every interface of an instance is polled
public record TrackerSpec(List<ScriptSpec> scripts, List<FileSpec> files, List<ProcessSpec> processes,
        List<LinkDelay> delays, List<PolledLink> polled, boolean pollsAll) {
    /// Nothing.
    public static final TrackerSpec NONE = new TrackerSpec(List.of(), List.of(), List.of(), List.of(), List.of(),
            false);

    public TrackerSpec {
        scripts = List.copyOf(scripts);
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        delays = List.copyOf(delays);
        polled = List.copyOf(polled);
    }
}
