package io.holdfast.track;

import java.util.List;

/// Everything that an instance or a sync group tracks, each kind in configuration order.
///
/// @param interfaces beside the instance's own
public record TrackList(List<Tracked> interfaces, List<Tracked> scripts, List<Tracked> files, List<Tracked> processes,
        List<Tracked> bfds) {
    public static final TrackList NONE = new TrackList(List.of(), List.of(), List.of(), List.of(), List.of());

    public TrackList {
        interfaces = List.copyOf(interfaces);
        scripts = List.copyOf(scripts);
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        bfds = List.copyOf(bfds);
    }

    /// Whether there is nothing.
    public boolean isEmpty() {
        return interfaces.isEmpty() && scripts.isEmpty() && files.isEmpty() && processes.isEmpty() && bfds.isEmpty();
    }
}
