package io.holdfast.script;

import java.util.List;

/// A command, complete.
///
/// @param executable the file to execute: links are resolved where the machine was asked
/// @param arguments  the argument vector; the first is the program as the operator calls it
/// @param as         on whose behalf
public record CommandSpec(String executable, List<String> arguments, RunAs as) {
    public CommandSpec {
        arguments = List.copyOf(arguments);
    }
}
