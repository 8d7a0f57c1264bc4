package io.holdfast.lab.demo;

import io.holdfast.lab.Lab;
import io.holdfast.lab.LabException;
import io.holdfast.lab.Software;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `holdfast demo`: a failover one can watch. With `--json` its measurements alone, as one object.
///
/// Needs nothing but the JDK and iproute2. Runs the image it is a part of; `HOLDFAST_DEMO_DAEMON` names another program
/// that takes keepalived's options, keepalived itself for instance.
public final class Demo {
    private static volatile boolean stopping;

    private Demo() {}

    public static void main(String[] arguments) {
        List<String> options = List.of(arguments);
        if (!List.of("--json").containsAll(options)) {
            System.err.println("usage: holdfast demo [--json]");
            System.exit(1);
        }
        Optional<String> missing = program().isPresent() ? Optional.empty() : Software.HOLDFAST.missing();
        missing.ifPresent(reason -> {
            System.err.println("holdfast demo: " + reason);
            System.exit(1);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true));
        System.exit(run(options.contains("--json")));
    }

    private static int run(boolean json) {
        Narrator narrator = json ? Narrator.silent() : Narrator.on(System.out);
        try (Lab lab = Lab.open("demo")) {
            Measured measured = new Failover(lab, narrator, Demo::command).run();
            System.out.println(json ? measured.toJson() : measured.summary());
            return 0;
        } catch (LabException | AssertionError e) {
            // Ctrl-C takes the namespaces away under our feet: what breaks then is no failure.
            if (!stopping) {
                System.err.println("holdfast demo: " + e.getMessage());
            }
            return 1;
        }
    }

    private static List<String> command(Path directory) {
        return program().map(other -> Software.keepalivedOptions(other, directory))
                .orElseGet(() -> Software.HOLDFAST.command(directory));
    }

    private static Optional<String> program() {
        return Optional.ofNullable(System.getenv("HOLDFAST_DEMO_DAEMON"));
    }
}
