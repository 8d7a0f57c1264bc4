package io.holdfast.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.node.NodeEvent;
import io.holdfast.supervise.ReceiveBuffer;
import io.holdfast.track.FileSpec;
import io.holdfast.track.PolledLink;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.TrackerSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A watch, and what it reported last of everything.
final class Watched implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Watch watch = Watch.open(Log.discarding());
    private final Epoll epoll = Epoll.open(1);
    private final Map<String, Integer> values = new HashMap<>();

    Watched() {
        epoll.add(watch.fd(), Epoll.EPOLLIN, 0);
    }

    static Watched files(FileSpec... specs) {
        Watched watched = new Watched();
        watched.adjust(List.of(specs), List.of());
        return watched;
    }

    static Watched processes(ProcessSpec... specs) {
        Watched watched = new Watched();
        watched.adjust(List.of(), List.of(specs));
        return watched;
    }

    void adjust(List<FileSpec> files, List<ProcessSpec> processes) {
        adjust(files, processes, List.of());
    }

    void adjust(List<FileSpec> files, List<ProcessSpec> processes, List<PolledLink> links) {
        values.clear();
        watch.adjust(new TrackerSpec(List.of(), files, processes, List.of(), links, false), links,
                ReceiveBuffer.DEFAULT);
        read();
    }

    /// What is known of a tracker without waiting for anything.
    Optional<Integer> now(String name) {
        read();
        return Optional.ofNullable(values.get(name));
    }

    /// Waits until a tracker is at a value.
    void await(String name, int value) {
        read();
        while (values.getOrDefault(name, Integer.MIN_VALUE) != value) {
            assertThat(epoll.await(PATIENCE_MILLIS)).as("%s is %s and not %s", name, values.get(name), value)
                    .isEqualTo(1);
            read();
        }
    }

    private void read() {
        watch.openMail();
        for (Optional<Report> report = watch.next(); report.isPresent(); report = watch.next()) {
            switch (report.get()) {
                case Report.Happened(NodeEvent.FileRead read) -> values.put(read.file(), read.value());
                case Report.Happened(NodeEvent.ProcessesCounted counted) ->
                        values.put(counted.tracker(), counted.count());
                case Report.Happened other -> throw new AssertionError("unexpected " + other);
                case Report.LinkPolled polled -> values.put(polled.interfaceName(), polled.up() ? 1 : 0);
                case Report.Failed failed -> throw new AssertionError(failed.reason());
            }
        }
    }

    @Override
    public void close() {
        watch.close();
        epoll.close();
    }
}
