package io.holdfast.cli;

import java.util.List;

/// All commands, in the order in which they are listed.
final class Commands {
    private Commands() {}

    static List<Object> all() {
        return List.of(
                new DemoCommand(),
                new PlanCommand(),
                new StatusCommand(),
                new WhyCommand(),
                new EventsCommand(),
                new UpgradeCommand(),
                new HelpCommand());
    }
}
