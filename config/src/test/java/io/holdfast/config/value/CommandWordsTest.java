package io.holdfast.config.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.config.text.Line;
import io.holdfast.config.text.Word;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The two rounds of quoting (13).
class CommandWordsTest {
    private static List<String> line(String text) {
        return CommandWords.of(new Line(0, text, 0)).orElseThrow().stream().map(Word::text).toList();
    }

    private static List<String> arguments(String word) {
        return CommandWords.arguments(word).orElseThrow();
    }

    /// Section 20, row 74.
    @Test
    void theExampleOfTheSpecification() {
        List<String> words = line("notify_master \"/p 'a b' \\\"z\\\" \\x41\" nobody nogroup");
        assertEquals(List.of("notify_master", "/p 'a b' \\\"z\\\" \\x41", "nobody", "nogroup"), words);
        assertEquals(List.of("/p", "a b", "\"z\"", "A"), arguments(words.get(1)));
    }

    @Test
    void quotesMayStartInsideAWord() {
        assertEquals(List.of("script", "/bin/a b"), line("script /bin/'a b'"));
        assertEquals(List.of("a'b", "", "c d"), arguments("a\"'\"b '' c\\ d"));
    }

    @Test
    void theFirstRoundKeepsEscapes() {
        assertEquals(List.of("script", "a\\ b"), line("script a\\ b"));
        assertEquals(List.of("a b"), arguments("a\\ b"));
    }

    @Test
    void escapesOfTheSecondRound() {
        assertEquals(List.of("\u0007\b\u001b\f\n\r\t\u000b"), arguments("\\a\\b\\E\\f\\n\\r\\t\\v"));
        assertEquals(List.of("\u00018\u0000Z"), arguments("\\18\\0\\132"));
        assertEquals(List.of("Axg\u00ff"), arguments("\\x41\\xg\\xff"));
        assertEquals(List.of("\u0003q\\"), arguments("\\cC\\q\\\\"));
        assertEquals(List.of("a\\"), arguments("a\\"));
    }

    @Test
    void anOpenQuoteIsNoCommand() {
        assertTrue(CommandWords.arguments("a 'b").isEmpty());
        assertTrue(CommandWords.of(new Line(0, "script \"a", 0)).isEmpty());
    }

    @Test
    void nothingThrows() {
        char[] alphabet = {'"', '\'', '\\', ' ', 'x', 'c', '7', 'a', '\t'};
        Random random = new Random(1);
        int closed = 0;
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            closed += CommandWords.arguments(text.toString()).isPresent() ? 1 : 0;
            closed += CommandWords.of(new Line(0, text.toString(), 0)).isPresent() ? 1 : 0;
        }
        assertTrue(closed > 0);
    }
}
