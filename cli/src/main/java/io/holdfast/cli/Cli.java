package io.holdfast.cli;

import io.holdfast.config.table.Suggestions;
import io.holdfast.supervise.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// `holdfast WORD ...`: finds the command that is meant, runs it, and says clearly when there is none.
///
/// Exit codes are the same for all commands, and those of diff(1): 0 for yes or nothing to tell, 1 for no or something
/// to tell, [#TROUBLE] when the question could not be answered.
@Command(name = "holdfast", synopsisSubcommandLabel = "COMMAND",
        description = "Questions about Holdfast and its configuration. Without a command it is the daemon, with "
                + "keepalived's options: holdfast --help lists those.",
        commandListHeading = "%nCommands:%n",
        footer = {"", "holdfast help COMMAND tells more about one. Each of them has --json.",
            "Exit codes: 0 fine, 1 there is a difference, 2 the command was not understood or could not answer."})
public final class Cli {
    /// Something was wrong with the question: an unknown word, a configuration that cannot be read.
    static final int TROUBLE = 2;

    private Cli() {}

    public static void main(String[] words) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int code = run(out, err, words);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static int run(PrintWriter out, PrintWriter err, String... words) {
        CommandLine line = line().setOut(out).setErr(err);
        return words.length == 0 ? line.execute("help") : line.execute(words);
    }

    /// The commands with everything that is the same for all.
    static CommandLine line() {
        CommandLine line = new CommandLine(new Cli());
        for (Object command : Commands.all()) {
            line.addSubcommand(command);
        }
        line.setParameterExceptionHandler((wrong, _) -> refuse(wrong));
        line.setExecutionExceptionHandler((thrown, failed, _) -> {
            thrown.printStackTrace(failed.getErr());
            return ExitCode.SOFTWARE;
        });
        return line;
    }

    private static int refuse(ParameterException wrong) {
        CommandLine asked = wrong.getCommandLine();
        PrintWriter err = asked.getErr();
        if (asked.getParent() == null && wrong instanceof UnmatchedArgumentException unmatched) {
            Set<String> names = asked.getSubcommands().keySet();
            String word = unmatched.getUnmatched().getFirst();
            String near = Suggestions.nearest(names, word);
            err.println("holdfast: no command \"" + word + "\"" + (near.isEmpty() ? "" : ", did you mean " + near + "?")
                    + "; there is: " + String.join(", ", names));
        } else {
            String name = asked.getCommandSpec().qualifiedName();
            err.println(name + ": " + wrong.getMessage());
            err.println("usage: " + asked.getUsageMessage().lines().findFirst().orElse(name)
                    .replaceFirst("^Usage: ", ""));
        }
        return TROUBLE;
    }
}
