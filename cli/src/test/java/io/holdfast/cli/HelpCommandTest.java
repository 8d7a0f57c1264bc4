package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.finding.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpCommandTest {

    @Test
    void aCodeIsExplainedWithAnExampleAndWhatIsSaidAboutIt() {
        Answer answer = Answer.to("help", "HF0101");
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("HF0101, warning: a keyword is not known here\n\n")
                .contains("\nExample:\n\n    vrrp_instance VI_1 {\n")
                .contains("\nexample.conf:2:5: warning: unknown keyword \"sate\" in vrrp_instance [HF0101]\n")
                .endsWith("   hint: did you mean state?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hf0101", "HF101", "101", "[HF0101]"})
    void aCodeMayBeWrittenAsItIsRemembered(String code) {
        assertThat(Answer.to("help", code)).isEqualTo(Answer.to("help", "HF0101"));
    }

    @Test
    void theSameIsThereAsJson() {
        Answer answer = Answer.to("help", "HF0101", "--json");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("""
                {
                  "code": "HF0101",
                  "severity": "warning",
                  "title": "a keyword is not known here",
                  "explanation": "A word""").contains("\n  \"example\": \"vrrp_instance VI_1 {\\u000a")
                .contains("\"message\":\"unknown keyword \\\"sate\\\" in vrrp_instance\"");
    }

    @Test
    void whatNoFileCanHaveIsExplainedWithoutExample() {
        assertThat(Answer.to("help", "HF0001").out()).contains("does not exist").doesNotContain("Example:");
        assertThat(Answer.to("help", "HF0001", "--json").out()).doesNotContain("example").doesNotContain("findings");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyCodeHasAnAnswer(Problem problem) {
        Answer answer = Answer.to("help", problem.code());
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith(problem.code() + ", " + problem.severity().label() + ": ");
    }

    @Test
    void anUnknownCodeGetsOneLineWithTheNearest() {
        Answer answer = Answer.to("help", "HF0109x");
        assertThat(answer.code()).isEqualTo(Cli.TROUBLE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isEqualTo("holdfast help: no code HF0109x, did you mean HF0109?\n");
        assertThat(Answer.to("help", "HF9999999").err()).startsWith("holdfast help: no code HF9999999").hasLineCount(1);
    }

    @Test
    void anUnknownCodeIsNoCodeInJsonEither() {
        Answer answer = Answer.to("help", "HF0999", "--json");
        assertThat(answer.code()).isEqualTo(Cli.TROUBLE);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("\"ok\": false,").contains("\"error\": \"no code HF0999");
    }
}
