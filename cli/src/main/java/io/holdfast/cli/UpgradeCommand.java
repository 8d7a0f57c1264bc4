package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `holdfast upgrade [IMAGE]`: puts another image of the program in the place of the running one, without a transition
/// (`daemon.md` 13.2). Returns when that is done or has failed.
@Command(name = "upgrade",
        description = "Goes on with another image of Holdfast, or with new files of the same one, without giving up a "
                + "mastership. The configuration stays the one in effect.",
        footer = {"",
            "Exit codes: 0 the new image runs, 1 it does not and the old processes go on, 2 nothing answers."})
final class UpgradeCommand implements Callable<Integer> {
    @Mixin
    private Form form = new Form();

    @Mixin
    private RunningDaemon daemon = new RunningDaemon();

    @Parameters(index = "0", arity = "0..1", paramLabel = "IMAGE",
            description = "The directory of the image; the one that runs unless given.")
    private Optional<String> image = Optional.empty();

    @Override
    public Integer call() {
        Optional<String> path = image.map(name -> Path.of(name).toAbsolutePath().normalize().toString());
        return new DaemonAnswer(form, this::tell).to(daemon, new ControlRequest.Upgrade(path));
    }

    private void tell(Map<?, ?> members, String line) {
        Members it = new Members(members);
        form.printLine(it.has("step") ? step(it) : StatusText.daemon(it), line);
    }

    private static String step(Members it) {
        return it.text("step") + (it.has("image") ? " " + it.text("image") : "") + " ...";
    }
}
