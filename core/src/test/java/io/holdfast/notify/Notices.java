package io.holdfast.notify;

import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the tests of this package tell of.
final class Notices {
    /// A script for everything, each with its own name.
    static final NotifySpec ALL = new NotifySpec(script("backup"), script("master"), script("fault"), script("stop"),
            script("every", "-m"), script("lower"), new NotifySpec.Deletion.Announced(script("deleted")), true, true);

    private Notices() {}

    static Optional<CommandSpec> script(String name, String... arguments) {
        List<String> argv = new ArrayList<>(List.of("/etc/" + name));
        argv.addAll(List.of(arguments));
        return Optional.of(new CommandSpec("/etc/" + name, argv, RunAs.DEFAULT));
    }

    static Notice instance(Notice.Event event, int priority) {
        return new Notice(Notice.Subject.INSTANCE, "VI_1", event, priority, ALL);
    }

    static Notice group(Notice.Event event) {
        return new Notice(Notice.Subject.GROUP, "VG 1", event, 0, ALL);
    }

    static NotifyScript script(String object, int number) {
        return new NotifyScript(object, script("s" + number).orElseThrow(), false);
    }
}
