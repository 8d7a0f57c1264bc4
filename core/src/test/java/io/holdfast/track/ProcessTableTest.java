package io.holdfast.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.track.ProcessSpec.Match;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTableTest {
    private final ProcessTable table = new ProcessTable(List.of(spec("nginx", Match.NAME)));

    static ProcessSpec spec(String process, Match match, String... parameters) {
        return new ProcessSpec(process, process, List.of(parameters), match, Weight.FAULT, 1, OptionalInt.empty(),
                Duration.ZERO, Duration.ZERO);
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private void run(int pid, String name) {
        table.identified(pid, bytes(name), bytes(""));
    }

    @Test
    void aChildIsWhatItsParentIsUntilItExecutesSomethingElse() {
        run(10, "nginx");
        table.forked(11, 10);
        assertThat(table.count(0)).isEqualTo(2);
        run(11, "sh");
        table.forked(12, 11);
        assertThat(table.count(0)).isEqualTo(1);
        run(12, "nginx");
        assertThat(table.count(0)).isEqualTo(2);
    }

    @Test
    void whatEndedIsNotCountedAndItsNumberMayComeBackAsSomethingElse() {
        run(10, "nginx");
        table.exited(10);
        table.exited(10);
        assertThat(table.count(0)).isZero();
        run(10, "nginx");
        table.forked(10, 99);
        assertThat(table.count(0)).isZero();
    }

    @Test
    void aNewNameCountsAtOnceForTrackersOfNamesAndForNoOther() {
        ProcessTable both = new ProcessTable(List.of(spec("nginx", Match.NAME), spec("nginx", Match.COMMAND)));
        both.identified(10, bytes("nginx"), bytes("nginx\0"));
        both.renamed(10, bytes("worker"));
        assertThat(List.of(both.count(0), both.count(1))).containsExactly(0, 1);
        both.renamed(10, bytes("nginx"));
        assertThat(List.of(both.count(0), both.count(1))).containsExactly(1, 1);
        both.clear();
        assertThat(List.of(both.count(0), both.count(1))).containsExactly(0, 0);
    }

    @Test
    void onlyWhatSomeTrackerComparesHasToBeRead() {
        assertThat(table.asksName()).isTrue();
        assertThat(table.commandReach()).isZero();
        ProcessTable commands = new ProcessTable(List.of(spec("a", Match.COMMAND), spec("a", Match.EXACT, "bc")));
        assertThat(commands.asksName()).isFalse();
        assertThat(commands.commandReach()).isEqualTo("a0bc0".length() + 1);
    }

    @ParameterizedTest
    @CsvSource({"nginx,nginx,true", "nginx,nginx2,false", "nginx,ngin,false",
            "averyveryverylongname,averyveryverylo,true",
            "averyveryverylo,averyveryverylo,true", "nginx,'',false"})
    void namesAreTheSameAsFarAsTheKernelKeepsThem(String wanted, String name, boolean matches) {
        assertMatch(spec(wanted, Match.NAME), name, "other\0", matches);
    }

    /// Bars stand for NULs.
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "COMMAND,-,p|,true", "COMMAND,-,p,true", "COMMAND,-,p|a|,true", "COMMAND,-,pp|,false", "COMMAND,-,'',false",
            "COMMAND,-,/bin/p|,false",
            "EXACT,-,p|,true", "EXACT,-,p,true", "EXACT,-,p|a|,false",
            "EXACT,a b,p|a|b|,true", "EXACT,a b,p|a|b,true", "EXACT,a b,p|a|b|c|,false", "EXACT,a b,p|a|,false",
            "EXACT,a b,p|a b|,false", "EXACT,a b,p|a|bb|,false", "EXACT,a b,x|a|b|,false",
            "PARTIAL,-,p|a|,true", "PARTIAL,a,p|a|b|,true", "PARTIAL,a,p|a|,true", "PARTIAL,a,p|ab|,false",
            "PARTIAL,a,p|b|a|,false", "PARTIAL,a b,p|a|b|c|,true",
            "INITIAL,-,p|a|,true", "INITIAL,-,pp|,false", "INITIAL,a,p|ab|,true", "INITIAL,a,p|a|b|,true",
            "INITIAL,a,p|ba|,false", "INITIAL,a b,p|aa|b|,false", "INITIAL,a b,p|a|bb|c|,true"})
    void commandLinesAreComparedAsAsked(Match match, String parameters, String command, boolean matches) {
        String[] words = parameters == null ? new String[0] : parameters.split(" ", -1);
        assertMatch(spec("p", match, words), "p", command.replace('|', '\0'), matches);
    }

    private static void assertMatch(ProcessSpec spec, String name, String command, boolean matches) {
        ProcessTable table = new ProcessTable(List.of(spec));
        table.identified(7, bytes(name), bytes(command));
        assertThat(table.count(0)).isEqualTo(matches ? 1 : 0);
    }
}
