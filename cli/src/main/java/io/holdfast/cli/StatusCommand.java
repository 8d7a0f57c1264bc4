package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `holdfast status`: what a running daemon says of itself, and how everything in it stands.
@Command(name = "status",
        description = "Shows which version runs from where, its processes, and how every instance, sync group and "
                + "tracker stands.",
        footer = {"", "Exit codes: 0 it runs, 2 nothing answers."})
final class StatusCommand implements Callable<Integer> {
    private final Collected collected = new Collected("instances", "groups", "trackers");
    private final List<String> lines = new ArrayList<>();

    @Mixin
    private Form form = new Form();

    @Mixin
    private RunningDaemon daemon = new RunningDaemon();

    @Override
    public Integer call() {
        return new DaemonAnswer(form, this::tell).to(daemon, new ControlRequest.Status());
    }

    private void tell(Map<?, ?> members, String line) {
        Members it = new Members(members);
        if (it.has("ok")) {
            lines.addFirst(StatusText.daemon(it));
            form.printLine(String.join(System.lineSeparator(), lines), collected.json(line));
        } else if (it.has("instance")) {
            add("instances", line, StatusText.instance(it));
        } else if (it.has("group")) {
            add("groups", line, StatusText.group(it));
        } else if (it.has("tracker")) {
            add("trackers", line, StatusText.tracker(it));
        }
    }

    private void add(String array, String line, String text) {
        collected.add(array, line);
        lines.add(text);
    }
}
