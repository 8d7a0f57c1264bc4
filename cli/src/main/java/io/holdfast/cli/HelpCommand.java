package io.holdfast.cli;

import io.holdfast.config.finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `holdfast help [COMMAND | CODE]`: all commands, or one of them, or what a finding with that code means.
@Command(name = "help", description = "Lists the commands, or explains one, or what a code like HF0103 means.")
final class HelpCommand implements Callable<Integer> {
    @Mixin
    private Form form = new Form();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "WORD", description = "The command or code to explain.")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        Optional<Problem> problem = words.isEmpty() ? Optional.empty() : Problem.ofCode(words.getFirst());
        if (problem.isPresent()) {
            ProblemHelp help = ProblemHelp.of(problem.get());
            form.print(help.text(), help.json());
            return 0;
        }
        if (!words.isEmpty() && ProblemHelp.looksLikeCode(words.getFirst())) {
            String why = ProblemHelp.unknown(words.getFirst());
            form.fail(why, Json.object().put("ok", Json.of(false)).put("error", why).text());
            return Cli.TROUBLE;
        }
        CommandLine all = command.parent().commandLine();
        CommandLine asked = words.isEmpty() ? all : all.getSubcommands().get(words.getFirst());
        if (asked == null) {
            return all.execute(words.getFirst());
        }
        form.print(asked.getUsageMessage().stripTrailing(), describe(asked));
        return 0;
    }

    private static Json describe(CommandLine asked) {
        Json json = Json.object().put("command", asked.getCommandName()).put("summary", summary(asked));
        List<Json> commands = new ArrayList<>();
        for (Map.Entry<String, CommandLine> one : asked.getSubcommands().entrySet()) {
            commands.add(Json.object().put("command", one.getKey()).put("summary", summary(one.getValue())));
        }
        return commands.isEmpty() ? json : json.put("commands", Json.list(commands));
    }

    private static String summary(CommandLine line) {
        return String.join(" ", line.getCommandSpec().usageMessage().description());
    }
}
