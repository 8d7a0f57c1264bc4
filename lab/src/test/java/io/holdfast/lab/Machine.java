package io.holdfast.lab;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Optional;

/// What a machine must have for the lab; where it lacks something, the test is skipped and says so.
final class Machine {

    private Machine() {}

    static void mustRun(Pair pair) {
        must(pair.missing());
    }

    static void mustRun(Software software) {
        must(software.missing());
    }

    static void mustRunFrr() {
        must(Frr.missing());
    }

    static void mustRunStorms() {
        must(Storm.missing());
    }

    private static void must(Optional<String> missing) {
        missing.or(Machine::lacking).ifPresent(reason -> abort(reason));
    }

    private static Optional<String> lacking() {
        if (!"0".equals(Command.attempt(List.of("id", "-u"), "").output().trim())) {
            return Optional.of("network namespaces need root");
        }
        return List.of("ip", "tcpdump").stream().filter(program -> !Command.exists(program)).findFirst()
                .map(program -> program + " is not installed");
    }
}
