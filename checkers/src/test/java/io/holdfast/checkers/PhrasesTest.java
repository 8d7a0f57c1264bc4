package io.holdfast.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.config.Parsed;
import io.holdfast.config.finding.Problem;
import io.holdfast.lvs.ServerGroupSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values that are more than a word, at their edges.
class PhrasesTest {
    /// 9.4 of `config-language.md`.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ab12f 3 | ab120f03", "f 3 | 0f03", "\"1 2 34\" | 010234", "00 | 00",
            "abc | ab0c"})
    void digitsPairUpFromTheLeftAndABlankEndsAByte(String text, String digits) {
        UdpCheck check = (UdpCheck) check("UDP_CHECK {\npayload " + text + "\n}\n");
        assertEquals(new HexPattern(digits), check.payload());
    }

    /// 13 of `config-language.md`: the escapes are undone once, the expression's own need two.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a\\\\.b | a\\.b", "\\x41\\101 | AA", "\\q | q", "\\t. | '\t.'",
            "\\cA | '\u0001'", "\\ | \\", "\\x | x"})
    void escapesAreUndone(String text, String pattern) {
        assertEquals(pattern, RegexPhrase.unescaped(text));
    }

    /// 10 of `config-language.md`.
    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.1, 10.0.0.1", "10.0.0.1-2, 10.0.0.1, 10.0.0.2", "10.0.0.1-255, 10.0.0.1, 10.0.0.255",
            "10.0.0.250-10.0.1.3, 10.0.0.250, 10.0.1.3", "10.0.0.9-10.0.0.9, 10.0.0.9, 10.0.0.9",
            "10.0.0.8/29, 10.0.0.8, 10.0.0.15", "10.0.0.1/32, 10.0.0.1, 10.0.0.1",
            "128.0.0.0/1, 128.0.0.0, 255.255.255.255",
            "fd00::1-ffff, fd00::1, fd00::ffff", "fd00::/8, fd00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fd00::/64, fd00::, fd00::ffff:ffff:ffff:ffff", "fd00::10/128, fd00::10, fd00::10"})
    void groupEntriesAreRanges(String text, String first, String last) {
        var range = (ServerGroupSpec.Entry.Addresses) group(text).configuration().lvs().groups().getFirst().entries()
                .getFirst();
        assertEquals(first, range.first().toString());
        assertEquals(last, range.last().toString());
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1-1", "10.0.0.1-256", "10.0.0.1-", "10.0.0.1/33", "10.0.0.1/31", "0.0.0.0/0", "10.0.0-9",
            "fd00::1-10000", "fd00::1-g", "fd00::1/64", "10.0.0.1-fd00::1", "a-b", "-", "/"})
    void otherEntriesAreLeftOut(String text) {
        assertEquals(List.of(Problem.NO_EFFECT_YET, Problem.BAD_VALUE, Problem.GROUP_LEFT_OUT), group(text).problems());
    }

    @Test
    void whatIsCheckedIsTheServerAsItWasWritten() {
        TcpCheck check = (TcpCheck) check("TCP_CHECK {\nconnect_ip 10.0.0.9/24\n}\n");
        assertEquals("10.0.0.9:8080", check.connection().target().toString());
    }

    private static Parsed group(String entry) {
        return Parsed.text("virtual_server_group G {\n" + entry + "\n}\n", () -> CheckKinds.ALL);
    }

    private static Object check(String text) {
        String server = "virtual_server 10.0.0.1 80 {\nlvs_method DR\nreal_server 10.0.0.2 8080 {\n";
        return Parsed.text(server + text + "}\n}\n", () -> CheckKinds.ALL).configuration().lvs().virtualServers()
                .getFirst().realServers().getFirst().checks().getFirst();
    }
}
