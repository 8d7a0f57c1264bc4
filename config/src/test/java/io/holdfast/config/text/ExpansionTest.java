package io.holdfast.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.MemorySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Parameters, sequences and lists. Numbers in names are those of the verified examples in
/// `docs/spec/config-language.md` section 20; `|` stands for a line end.
class ExpansionTest {
    private static List<String> lines(String text) {
        return Parsed.text(text.replace('|', '\n')).lines();
    }

    private static List<Problem> said(String text) {
        return read(text).findings().stream().map(Finding::problem).toList();
    }

    private static Reading read(String text) {
        return Parsed.text(text.replace('|', '\n')).reading();
    }

    private static void becomes(String text, String... lines) {
        assertThat(lines(text)).containsExactly(lines);
    }

    @Test
    void parametersAreReplacedWhereTheirNameEnds15() {
        becomes("$A=x|w_$A|w_${A}y|w_$A/24|$A,$A)", "w_x", "w_xy", "w_$A/24", "x,x)");
    }

    @Test
    void valuesAreReplacedLate16() {
        becomes("$B=${A}z|$A=q|${B}|$A=r|${B}", "qz", "rz");
    }

    @Test
    void undefinedParametersAreCutAtTheirBraces17() {
        becomes("w${U}x", "w$", "{", "U", "}", "x");
        assertThat(said("w${U}x")).containsExactly(Problem.UNDEFINED_PARAMETER);
        assertThat(said("\"${U}\" $U 5$")).isEmpty();
        assertThat(Verdict.testExit(Parsed.text("w${U}x").findings())).isEqualTo(5);
    }

    @Test
    void valuesOfSeveralLinesBecomeLines18() {
        becomes("$M=\\|a \\|b||$M", "a", "b");
        becomes("$M=x\\|  @main y   \\|@other z\\|{ }||w $M", "w x", "y", "{", "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# comment"})
    void anEmptyLineEndsAValueOfSeveralLines19(String empty) {
        becomes("$M=a \\|" + empty + "|b|$M", "b", "a");
    }

    @Test
    void nestedValuesAreExpandedInOrder20() {
        becomes("$I=1|$IN=\\|x$I \\|y$I||$OUT=\\|a \\|$IN \\|$I=2 \\|$IN||$OUT", "a", "x1", "y1", "x2", "y2");
        becomes("$IN=p \\|q||$OUT=a $IN \\|b||z $OUT", "z a p", "q", "b");
    }

    @Test
    void aValueOfSeveralLinesHasToBeLast() {
        becomes("$M=a\\|b||$M c|x { $M }", "$M c", "x", "{", "$M", "}");
        assertThat(said("$M=a\\|b||$M c")).containsExactly(Problem.VALUE_NOT_LAST);
        becomes("$M=a\\|b||x { $M", "x", "{", "a", "b");
    }

    @Test
    void definitionsHaveTheirShape() {
        becomes("$A= x # c|$A", "x");
        becomes("$E=|x${E}y|$E", "xy");
        becomes("$B =3|$B", "$B =3", "$B");
        becomes("$_1=a|$1=b|$_1", "$1=b", "a");
        becomes("n { $A=1|$A", "n", "{", "1");
    }

    @Test
    void hashAndBangSurviveBetweenQuotesOnly21() {
        becomes("\"x${_HASH}y${_BANG}\"|x${_HASH}y|x$_BANG y", "\"x#y!\"", "x", "x");
    }

    @Test
    void randomNumbersKeepTheirBounds22() {
        becomes("r${_RANDOM 9 3}|r${_RANDOM 5 5}", "r9", "r5");
        assertThat(said("r${_RANDOM 9 3}")).containsExactly(Problem.BAD_ARGUMENTS);
        for (String line : lines("${_RANDOM 10 12}|".repeat(50))) {
            assertThat(line).isIn("10", "11", "12");
        }
        assertThat(Integer.parseInt(lines("$_RANDOM").get(0))).isBetween(0, 32767);
        becomes("\"${_RANDOM x}${_RANDOM 1 2 3}${_RANDOM  7 7}\"", "\"${_RANDOM x}${_RANDOM 1 2 3}7\"");
    }

    @Test
    void randomNumbersFollowFromTheirSeed() {
        String draws = "|${_RANDOM}".repeat(5);
        assertThat(lines("random_seed 4" + draws)).isEqualTo(lines("random_seed 4" + draws));
        assertThat(lines("random_seed 4" + draws)).isNotEqualTo(lines("random_seed 5" + draws));
        var source = new MemorySource(Map.of("a", "${_RANDOM}"));
        ReaderOptions options = ReaderOptions.of("main");
        assertThat(ConfigReader.read(source, "a", options.withSeed(1)).snapshot().bytes())
                .isNotEqualTo(ConfigReader.read(source, "a", options.withSeed(2)).snapshot().bytes());
    }

    @Test
    void theEnvironmentIsAskedForOneVariable23() {
        var options = new ReaderOptions("main", false, 0,
                name -> name.equals("NODE") ? Optional.of("n\u00f61\nx") : Optional.empty());
        var source = new MemorySource(Map.of("a", "w${_ENV NODE}\nv${_ENV UNSET}v\n\"${_ENV}${_ENV A B}\""));
        Reading reading = ConfigReader.read(source, "a", options);
        assertThat(new Parsed(reading, Parsed.text("").configuration()).lines())
                .containsExactly("wn\u00c3\u00b61 x", "vv", "\"${_ENV}${_ENV A B}\"");
        assertThat(reading.findings()).extracting(Finding::problem)
                .containsExactly(Problem.BAD_ARGUMENTS, Problem.BAD_ARGUMENTS);
    }

    @Test
    void whereAndWhoIsReading() {
        Map<String, String> files = Map.of("/etc/k/m", "${_INSTANCE} ${_PWD}\ninclude sub/x\n\"${_PWD a}\"",
                "/etc/k/sub/x", "$_PWD\n$_PWD=mine\n${_PWD}");
        assertThat(Parsed.files(files, "/etc/k/m").lines())
                .containsExactly("main /etc/k", "/etc/k/sub", "mine", "\"${_PWD a}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$A=$A|$A", "$A=$B|$B=$A|x ${A}", "$A=x$A|$A", "$A=$A$A|$A", "$A=\\|b\\|$A||$A",
            "$A=a\\|$B||$B=b\\|$A||$A", "$A=\\|$A\\|$A||$A", "~LST(V,$V) $V", "$A=\\|~SEQ(V,3) $A||$A"})
    void circlesEndWhereKeepalivedHangs24(String text) {
        Reading reading = read(text);
        assertThat(reading.findings()).extracting(Finding::problem).contains(Problem.ENDLESS_EXPANSION);
        assertThat(Verdict.refuses(reading.findings())).isTrue();
        assertThat(reading.snapshot().bytes().length).isLessThan(100_000);
    }

    /// Each value is twice the next, and the last is empty: a million replacements that never make the line longer.
    @Test
    void valuesThatDoubleEndAsWell() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append("$A").append(i).append("=${A").append(i + 1).append("}${A").append(i + 1).append("}\n");
        }
        assertThat(said(text + "$A20=\n$A0")).containsExactly(Problem.ENDLESS_EXPANSION);
    }

    @Test
    void conditionsAreNotMadeBySubstitution27() {
        becomes("$I=@main x|$I", "@main x");
        becomes("@main $A=1|@other $A=2|w$A", "w1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"3; 1 2 3", "0; 1 0", "-2; -1 -2", "5,3; 5 4 3", "8,-3,0; 8 5 2",
            "0x3; 1 2 3", "010,9; 8 9", "1,2,6; 1 3 5", "; 1 0", " 2 , 3 ; 2 3", "7,7; 7", "7,-2,7; 7", "-1,1; -1 0 1"})
    void sequencesCount28to30(String arguments, String values) {
        String[] expected = values.split(" ");
        for (int i = 0; i < expected.length; i++) {
            expected[i] = "w" + expected[i];
        }
        becomes("~SEQ(V," + (arguments == null ? "" : arguments) + ") w${V}", expected);
        becomes("~SEQ ( V ," + (arguments == null ? "" : arguments) + " )w${V}", expected);
    }

    @Test
    void sequencesCountInHexadecimal31() {
        becomes("~SEQx(V,8,11) w${V}", "w8", "w9", "wa", "wb");
        becomes("~SEQx(A,0x90,0x10,0xb0) fe80::${A}:1", "fe80::90:1", "fe80::a0:1", "fe80::b0:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~SEQ(V,1,0,3) w", "~SEQ(V) w", "~SEQx(V,-1,2) w", "~SEQ(V,1,-1,3) w", "~SEQ(V,a) w",
            "~SEQ(V,1,2,3,4) w", "~SEQ(V,3 w", "~SEQ w", "~SEQ(1,3) w", "~SEQ(V,99999999999999999999) w",
            "~SEQ(V,1,+) w", "~SEQ(V,$U) w", "~LST({A,B},{1,2,3}) w", "~LST(A) w", "~LST(A,1 2) w", "~LST({A},1) w",
            "~LST(A,{1}) w", "~LST({A,B},{1,2} w", "~LST w", "~SEQ(V,                                       "
                    + "                                   3) w"})
    void wrongHeadersAreReportedAndDropTheirLine32and34(String line) {
        assertThat(lines(line)).isEmpty();
        assertThat(said(line)).containsExactly(Problem.BAD_SEQUENCE);
        assertThat(Verdict.testExit(Parsed.text(line).findings())).isEqualTo(5);
    }

    @Test
    void theLeftmostSequenceIsTheOuterLoop33() {
        becomes("~SEQ(A,1,2) ~SEQ(B,1,2) w${A}${B}", "w11", "w12", "w21", "w22");
        becomes("~SEQ(A,1,2) ~SEQ(B,$A) w${A}${B}", "w11", "w21", "w22");
    }

    @Test
    void aValueOfSeveralLinesIsExpandedInEachTurn35() {
        becomes("$M=a \\|b||~SEQ(K,1,2) k${K}$M", "k1a", "b", "k2a", "b");
        becomes("~SEQ(K,1,2) y${K} { z${K} }", "y1", "{", "z1", "}", "y2", "{", "z2", "}");
    }

    @Test
    void sequencesFillListsOfAddresses36() {
        Parsed parsed = Parsed.text("""
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                virtual_ipaddress {
                ~SEQ(V,1,3) 10.1.0.${V}/24
                }
                }
                """);
        assertThat(parsed.report()).isEqualTo("-t exits 0, a start runs\n");
        assertThat(parsed.configuration().node().instances().get(0).addresses()).hasSize(3);
    }

    @Test
    void listsAssignTheirValues() {
        becomes("~LST(A, x, ,y,) w${A}", "wx", "w", "wy", "w");
        becomes("~LST({A,B},{1,2},{3}) w${A}x${B}y", "w1x2y", "w3xy");
        becomes("$N=9|~LST(A,$N) w${A}", "w9");
        becomes("~LST(A, 1, 2) ~LST({B}, {3}) @main w$A $B", "w1 3", "w2 3");
    }

    @Test
    void theVariableKeepsItsLastValue() {
        becomes("~SEQ(V,2) w$V|v$V|~SEQ(V,7,8) w$V", "w1", "w2", "v2", "w7", "w8");
    }

    @Test
    void definitionsInABodyTakeEffect() {
        becomes("~SEQ(V,2) $P=p${V}|$P", "p2");
        becomes("~SEQ(V,2) x { $P=p${V}|$P", "x", "{", "x", "{", "p2");
    }

    @Test
    void headersAreNotMadeBySubstitution() {
        becomes("$I=~SEQ(V,1,2) x|$I|$J= ~y|$K=1|$J $K", "~SEQ(V,1,2) x", "~y $K");
        becomes("$M=~SEQ(V,1,2) x\\|~SEQ(V,1,2) y||$M", "~SEQ(V,1,2) x", "y", "y");
        becomes("~foo $I|$I=1|~foo $I", "~foo $I", "~foo $I");
    }

    @Test
    void sequencesBehindABraceRepeatTheRestOfTheLine() {
        becomes("x { ~SEQ(V,1,2) y${V} }", "x", "{", "y1", "}", "y2", "}");
    }

    @Test
    void linesMayGrowTo1024Bytes() {
        String value = "$A=" + "x".repeat(500);
        assertThat(lines(value + "|${A}${A}" + "y".repeat(24)).get(0)).hasSize(1024);
        assertThat(lines(value + "|${A}${A}" + "y".repeat(25)).get(0)).startsWith("xxx").contains("$").hasSize(501);
        assertThat(said(value + "|${A}${A}" + "y".repeat(25))).containsExactly(Problem.EXPANSION_TOO_LONG);
    }

    @Test
    void escapedCommentSignsStayPlain() {
        becomes("$X=a\\#b|w$X \\! ${X} # c", "wa#b ! a#b");
        becomes("k \"\\#\" \\# \\\" # c", "k \"\\#\" # \\\"");
    }

    @Test
    void quotesMayComeFromValuesButHaveToClose() {
        becomes("$A=\"b c\"|x $A", "x \"b c\"");
        assertThat(said("$Q=\"${_HASH}|x $Q")).contains(Problem.UNBALANCED_QUOTE);
    }

    @Test
    void includesAreReachedByEveryWay() {
        Map<String, String> files = Map.of("m", """
                $F=inc
                @main include inc
                @other include none
                include $F
                $G=include inc
                ${G}
                $M=a\\
                include inc\\
                b

                $M
                n { include inc
                ~SEQ(V,1,2) include inc
                """, "inc", "i\n");
        Parsed parsed = Parsed.files(files, "m");
        assertThat(parsed.lines()).containsExactly("i", "i", "i", "a", "b", "i", "n", "{", "i", "i", "i");
        assertThat(parsed.reading().findings()).extracting(Finding::problem)
                .containsExactly(Problem.LATE_INCLUDE, Problem.LATE_INCLUDE);
    }

    /// The remaining values come first, with the directory of the file current (6).
    @Test
    void aSequenceEndsBeforeTheFilesItIncludesBegin() {
        Map<String, String> files = Map.of("/k/m", "~SEQ(V,1,2) include sub/x{,${V}}\n~SEQ(V,3,4) w${V} ${_PWD}",
                "/k/sub/x", "x${V}", "/k/sub/x1", "x1 ${V}", "/k/sub/sub/x", "y${V} $_PWD", "/k/sub/sub/x2", "y2 ${V}");
        Parsed parsed = Parsed.files(files, "/k/m");
        assertThat(parsed.lines()).as(parsed::report)
                .containsExactly("y2 /k/sub/sub", "y2 2", "x2", "x1 2", "w3 /k", "w4 /k");
    }
}
