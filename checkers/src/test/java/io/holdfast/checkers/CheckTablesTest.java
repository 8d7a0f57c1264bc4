package io.holdfast.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Syntax;
import io.holdfast.config.text.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for each row of each check.
class CheckTablesTest {
    private static final String[] SPICE = {"{", "}", "\"", "#", "\\", "\n", "\t", "-", "0", "999999999999999999999",
            "::", "fe80::1", "/", "x", "host {", "url {", "real_server 10.0.0.2 80 {", "}\n}\n",
            "virtual_server fwmark 1 {"};

    static Stream<CheckKind> kinds() {
        return CheckKinds.ALL.stream();
    }

    /// 8.2: a keyword without its word ends everything for some, drops the line for others, and is never silent.
    @ParameterizedTest
    @MethodSource("kinds")
    void aKeywordWithoutItsWordIsNeverSilent(CheckKind kind) {
        for (Keyword<?> keyword : kind.block().keywords()) {
            Parsed parsed = Parsed.text(check(kind, keyword.name()), () -> CheckKinds.ALL);
            boolean said = parsed.problems().contains(Problem.MISSING_WORD)
                    || parsed.problems().contains(Problem.WORD_LEFT_OUT);
            assertEquals(!isFineBare(keyword), said, () -> keyword + "\n" + parsed.report());
        }
    }

    private static boolean isFineBare(Keyword<?> keyword) {
        return switch (keyword.syntax()) {
            case Syntax.Flag _, Syntax.Nested _ -> true;
            case Syntax.One<?> one -> one.missing() == Syntax.Missing.BARE;
            case Syntax.Phrased<?> phrased -> phrased.missing() == Syntax.Missing.BARE;
            default -> false;
        };
    }

    private static String check(CheckKind kind, String line) {
        return """
                virtual_server 10.0.0.1 80 {
                    protocol TCP
                    lvs_sched rr
                    lvs_method NAT
                    real_server 10.0.0.2 80 {
                        %s {
                            %s
                        }
                    }
                }
                """.formatted(kind.keyword(), line);
    }

    /// Whatever a file contains: no exception and no hang, and another parse finds the same.
    @Test
    void mutatedFilesNeitherThrowNorHang() throws Exception {
        List<String> texts = new ArrayList<>();
        for (String name : List.of("valid/all-checks", "valid/lvs-nat", "valid/group", "errors/checks", "errors/bfd")) {
            texts.add(Files.readString(Path.of("src/test/snippets/" + name + ".conf")));
        }
        for (int seed = 0; seed < 1_000; seed++) {
            String text = mutated(texts.get(seed % texts.size()), new Random(seed));
            int number = seed;
            Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(20),
                    () -> Parsed.text(text, () -> CheckKinds.ALL), () -> "seed " + number);
            var again = ConfigParser.parse(Snapshot.of(parsed.reading().snapshot().bytes()),
                    name -> List.of("lo", "eth0", "eth1", "mgt").contains(name), () -> CheckKinds.ALL);
            assertEquals(parsed.configuration(), again, () -> "seed " + number);
            // A mutation may have spoilt the keyword, by which alone a passphrase can be told.
            boolean intact = text.contains("password \"let me in\"")
                    && text.indexOf("let me in") == text.lastIndexOf("let me in");
            assertFalse(intact && parsed.report().contains("let me in"), () -> "seed " + number);
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, SPICE[random.nextInt(SPICE.length)]);
                case 1 -> mutated.delete(at, end);
                case 2 -> mutated.insert(at, mutated.substring(at, end));
                default -> mutated.setCharAt(at, (char) (' ' + random.nextInt(96)));
            }
        }
        return mutated.toString();
    }

    /// The VRRP process counts braces where others look for checks.
    @Test
    void whoLeavesLoadBalancingToOthersFindsNothingInIt() {
        Parsed parsed = Parsed.text(check(CheckKinds.ALL.getFirst(), "nonsense"));
        assertEquals(List.of(Problem.NO_EFFECT_YET), parsed.problems());
        assertTrue(parsed.configuration().lvs().virtualServers().isEmpty());
    }

    @Test
    void tenThousandServersAreReadInLinearTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("virtual_server 10.").append(i / 250).append('.').append(i % 250)
                    .append(".1 80 {\nprotocol TCP\n").append("lvs_sched rr\nlvs_method NAT\n");
            for (int j = 2; j < 6; j++) {
                text.append("real_server 10.9.9.").append(j).append(" 80 {\nTCP_CHECK {\nconnect_timeout 3\n}\n}\n");
            }
            text.append("}\n");
        }
        String file = text.toString();
        Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> Parsed.text(file, () -> CheckKinds.ALL));
        assertEquals(List.of(Problem.NO_EFFECT_YET), parsed.problems());
        assertEquals(10_000, parsed.configuration().lvs().virtualServers().size());
        assertEquals(4, parsed.configuration().lvs().virtualServers().getLast().realServers().size());
    }

    /// The same for one server with as many behind it, and for a keyword that is repeated as often.
    @Test
    void oneServerOfFiftyThousandLinesIsReadInLinearTime() {
        StringBuilder text = new StringBuilder(
                "virtual_server 10.0.0.1 80 {\nprotocol TCP\nlvs_sched rr\nlvs_method NAT\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("real_server 10.").append(1 + i / 250).append('.').append(i % 250).append(".1 80 {\n}\n")
                    .append("quorum 1\nquorum_up /bin/true\n");
        }
        String file = text.append("}\n").toString();
        Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> Parsed.text(file, () -> CheckKinds.ALL));
        assertEquals(20_000, parsed.configuration().lvs().virtualServers().getFirst().realServers().size());
        assertTrue(parsed.problems().contains(Problem.REPEATED));
    }
}
