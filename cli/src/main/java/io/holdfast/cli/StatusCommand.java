package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `holdfast status`: what a running daemon says of itself.
@Command(name = "status", description = "Shows which version runs from where, and its processes.",
        footer = {"", "Exit codes: 0 it runs, 2 nothing answers."})
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Form form = new Form();

    @Mixin
    private RunningDaemon daemon = new RunningDaemon();

    @Override
    public Integer call() {
        return new DaemonAnswer(form).to(daemon, new ControlRequest.Status());
    }
}
