package io.holdfast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The one command that is not carried out here: it enters namespaces, which has to happen before a JVM starts, so the
/// launcher takes it. It is listed and explained with the others.
@Command(name = "demo", description = "Shows a failover, in network namespaces of its own.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Form form = new Form();

    @Override
    public Integer call() {
        throw form.misuse("is started by bin/holdfast only");
    }
}
