package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What all commands have in common.
class CliTest {

    static Stream<CommandLine> commands() {
        return Cli.line().getSubcommands().values().stream();
    }

    @Test
    void anUnknownWordIsToldWhatThereIs() {
        Answer answer = Answer.to("hepl");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("holdfast: no command \"hepl\", did you mean help?; there is: ")
                .contains("demo").contains("help").hasLineCount(1);
        assertThat(Answer.to("xyz").err()).startsWith("holdfast: no command \"xyz\"; there is: ");
    }

    @Test
    void helpListsEveryCommand() {
        Answer answer = Answer.to("help");
        assertThat(answer.code()).isZero();
        assertThat(commands().map(CommandLine::getCommandName)).allMatch(answer.out()::contains);
        assertThat(Answer.to()).isEqualTo(answer);
    }

    @Test
    void helpForAnUnknownCommandIsAsClear() {
        assertThat(Answer.to("help", "xyz")).isEqualTo(Answer.to("xyz"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfAndHasJson(CommandLine command) {
        String name = command.getCommandName();
        assertThat(Answer.to("help", name)).isEqualTo(Answer.to(name, "--help"));
        assertThat(Answer.to("help", name).out()).startsWith("Usage: holdfast " + name).contains("--json");
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    }

    @Test
    void aWrongOptionNamesTheCommandAndItsUsage() {
        Answer answer = Answer.to("help", "--jsno");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("holdfast help: ").contains("--jsno").contains("usage: holdfast help");
    }

    @Test
    void helpIsThereAsJson() {
        assertThat(Answer.to("help", "demo", "--json").out()).isEqualToNormalizingNewlines("""
                {
                  "command": "demo",
                  "summary": "Shows a failover, in network namespaces of its own."
                }
                """);
    }
}
