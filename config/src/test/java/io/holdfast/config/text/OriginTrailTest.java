package io.holdfast.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where findings say that a word is from.
class OriginTrailTest {
    private static Finding only(Map<String, String> files) {
        List<Finding> findings = Parsed.files(files, "m").findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void aWordOfAValueIsAtItsUseAndInItsRow() {
        Finding finding = only(Map.of("m", "$RS= \\\n  use_pid_dir \\\n  foo\n\n\n  $RS\n"));
        assertThat(finding.text()).isEqualTo("""
                m:6:3: warning: unknown keyword "foo" at the top level [HF0101]
                    6 |   $RS
                      |   ^~~
                   expanded: foo
                   in the value of $RS, defined in m:3
                   the line is left out""");
    }

    @Test
    void aWordBesideAValueHasItsOwnColumn() {
        Finding finding = only(Map.of("m", "$A=x\n@main instance $A bar # more\n"));
        assertThat(finding.location()).isEqualTo("m:2:19");
        assertThat(finding.word()).isEqualTo("bar");
        assertThat(finding.trail()).containsExactly("expanded: instance x bar");
    }

    @Test
    void aWordOfSeveralPartsTellsOfAll() {
        Finding finding = only(Map.of("m", "$A=x\n$B=y\n~LST(C,z) ${A}-${B}-$C\n"));
        assertThat(finding.location()).isEqualTo("m:3:11");
        assertThat(finding.word()).isEqualTo("${A}-${B}-$C");
        assertThat(finding.trail()).containsExactly("expanded: x-y-z", "in the value of $B, defined in m:2",
                "in the value of $A, defined in m:1", "in ~LST of m:3, C=z");
    }

    @Test
    void stepsAroundAnIncludeAreTold() {
        Finding finding = only(Map.of("m", "include a\n", "a", "\n$I=include b\n~SEQ(V,1) $I\n", "b", "foo\n"));
        assertThat(finding.location()).isEqualTo("b:1:1");
        assertThat(finding.trail()).containsExactly("included from a:3", "in the value of $I, defined in a:2",
                "in ~SEQ of a:3, V=1", "included from m:1");
    }

    @Test
    void anEscapedSignShiftsNothing() {
        Finding finding = only(Map.of("m", "instance a\\#b bar\n"));
        assertThat(finding.location()).isEqualTo("m:1:15");
        assertThat(finding.word()).isEqualTo("bar");
        assertThat(finding.trail()).isEmpty();
    }

    @Test
    void whatIsKnownInTheParentIsKnownInAChild() {
        Reading reading = Parsed.text("$A=x\n~SEQ(V,1) foo$V$A ${A}\n").reading();
        Snapshot child = Snapshot.of(reading.snapshot().bytes());
        Line line = new Lines(child).next();
        for (Word word : line.words()) {
            assertThat(child.origin(word.place())).isEqualTo(reading.snapshot().origin(word.place()));
        }
    }
}
