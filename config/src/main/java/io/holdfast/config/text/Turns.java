package io.holdfast.config.text;

import java.util.List;

/// A sequence or list as its header says it: the variables, and what they are in each turn (6).
///
/// @param variables one, or for a list several
/// @param body      where the text begins that is repeated
sealed interface Turns {
    List<String> variables();

    int body();

    /// @param variables one
    /// @param body      where the body begins
    /// @param start     its first value
    /// @param step      what is added in each turn, not 0
    /// @param end       its last value, if it is hit
    /// @param hex       written in hexadecimal
    record Sequence(List<String> variables, int body, long start, long step, long end,
            boolean hex) implements Turns {}

    /// @param variables at least one
    /// @param body      where the body begins
    /// @param values    as many for each turn as there are variables
    record Listing(List<String> variables, int body, List<List<String>> values) implements Turns {}
}
