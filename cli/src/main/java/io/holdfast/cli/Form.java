package io.holdfast.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What every command understands: in which form to answer. A [Mixin] of each.
final class Form {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Tell what the command does.")
    private boolean help;

    /// Prints an answer in the form that was asked for.
    void print(String text, Json value) {
        command.commandLine().getOut().println(json ? value.text() : text);
    }

    /// Prints a line of an answer that takes its time, so that it is seen at once.
    void printLine(String text, String jsonLine) {
        command.commandLine().getOut().println(json ? jsonLine : text);
        command.commandLine().getOut().flush();
    }

    /// Prints a part of an answer whose JSON comes as a whole, at the end.
    void printText(String text) {
        if (!json) {
            command.commandLine().getOut().println(text);
        }
    }

    /// Prints that whole.
    void printJsonLine(String jsonLine) {
        if (json) {
            command.commandLine().getOut().println(jsonLine);
        }
    }

    /// Says why there is no better answer.
    void fail(String text, String jsonLine) {
        if (json) {
            printLine(text, jsonLine);
        } else {
            complain(command.qualifiedName() + ": " + text);
        }
    }

    /// Prints an answer that has no other form.
    void printJson(Json value) {
        if (json) {
            command.commandLine().getOut().println(value.text());
        }
    }

    /// Prints what concerns people only. A program finds it in the answer.
    void complain(String text) {
        if (!json && !text.isEmpty()) {
            command.commandLine().getErr().println(text.stripTrailing());
        }
    }

    /// What to throw at a command line that makes no sense.
    ParameterException misuse(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
