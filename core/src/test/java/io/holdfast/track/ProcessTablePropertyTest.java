package io.holdfast.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.track.ProcessSpec.Match;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever happens to processes, the counts are those of somebody who keeps the whole list and counts anew each time.
class ProcessTablePropertyTest {
    private static final List<ProcessSpec> SPECS = List.of(ProcessTableTest.spec("a", Match.NAME),
            ProcessTableTest.spec("b", Match.NAME), ProcessTableTest.spec("a", Match.COMMAND),
            ProcessTableTest.spec("a", Match.EXACT, "x"), ProcessTableTest.spec("a", Match.PARTIAL, "x"),
            ProcessTableTest.spec("a", Match.INITIAL, "x"), ProcessTableTest.spec("a", Match.EXACT));
    private static final List<String> NAMES = List.of("a", "b", "ab", "c");
    private static final List<List<String>> COMMANDS = List.of(List.of("a"), List.of("a", "x"), List.of("a", "xy"),
            List.of("a", "x", "y"), List.of("b", "x"), List.of("a", "y"), List.of());

    enum Kind { FORKED, EXECUTED, RENAMED, EXITED }

    record Step(Kind kind, int pid, int other, String name, List<String> command) {}

    private record Running(String name, List<String> command) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        // Few numbers, so that they are used again; far apart ones among them, so that they meet in the table.
        Arbitrary<Integer> pids = Arbitraries.integers().between(1, 40).map(pid -> pid % 2 == 0 ? pid : pid * 4096);
        return Combinators.combine(Arbitraries.of(Kind.values()), pids, pids, Arbitraries.of(NAMES),
                Arbitraries.of(COMMANDS)).as(Step::new).list().ofMaxSize(200);
    }

    @Property
    void countsAreThoseOfARecount(@ForAll("steps") List<Step> steps) {
        ProcessTable table = new ProcessTable(SPECS);
        Map<Integer, Running> running = new HashMap<>();
        for (Step step : steps) {
            switch (step.kind()) {
                case FORKED -> {
                    table.forked(step.pid(), step.other());
                    if (running.containsKey(step.other())) {
                        running.put(step.pid(), running.get(step.other()));
                    } else {
                        running.remove(step.pid());
                    }
                }
                case EXECUTED -> {
                    table.identified(step.pid(), ProcessTableTest.bytes(step.name()), line(step.command()));
                    running.put(step.pid(), new Running(step.name(), step.command()));
                }
                case RENAMED -> {
                    if (running.containsKey(step.pid())) {
                        table.renamed(step.pid(), ProcessTableTest.bytes(step.name()));
                        running.computeIfPresent(step.pid(), (pid, was) -> new Running(step.name(), was.command()));
                    }
                }
                case EXITED -> {
                    table.exited(step.pid());
                    running.remove(step.pid());
                }
            }
            for (int i = 0; i < SPECS.size(); i++) {
                ProcessSpec spec = SPECS.get(i);
                assertThat(table.count(i)).as("%s", spec)
                        .isEqualTo(running.values().stream().filter(process -> matches(spec, process)).count());
            }
        }
    }

    @Property
    void aSetOfNumbersIsOne(@ForAll List<Integer> changes) {
        PidSet pids = new PidSet();
        Set<Integer> expected = new HashSet<>();
        for (int change : changes) {
            int pid = Math.max(1, Math.abs(change % 64)) * 3;
            if (change < 0) {
                pids.remove(pid);
                expected.remove(pid);
            } else {
                pids.add(pid);
                expected.add(pid);
            }
            assertThat(pids.size()).isEqualTo(expected.size());
        }
        for (int pid = 1; pid < 200; pid++) {
            assertThat(pids.contains(pid)).isEqualTo(expected.contains(pid));
        }
    }

    private static boolean matches(ProcessSpec spec, Running process) {
        List<String> wanted = new ArrayList<>(List.of(spec.process()));
        wanted.addAll(spec.parameters());
        List<String> actual = process.command();
        return switch (spec.match()) {
            case NAME -> spec.process().equals(process.name());
            case COMMAND -> !actual.isEmpty() && actual.get(0).equals(spec.process());
            case EXACT -> actual.equals(wanted);
            case PARTIAL -> actual.size() >= wanted.size() && actual.subList(0, wanted.size()).equals(wanted);
            case INITIAL -> {
                int last = wanted.size() - 1;
                yield actual.size() > last && actual.subList(0, last).equals(wanted.subList(0, last))
                        && actual.get(last).startsWith(wanted.get(last));
            }
        };
    }

    private static ByteBuffer line(List<String> command) {
        byte[] line = (String.join("\0", command) + (command.isEmpty() ? "" : "\0"))
                .getBytes(StandardCharsets.UTF_8);
        // As read: no more of it than asked for.
        return ByteBuffer.wrap(Arrays.copyOf(line, Math.min(line.length, new ProcessTable(SPECS).commandReach())));
    }
}
