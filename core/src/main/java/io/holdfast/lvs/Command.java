package io.holdfast.lvs;

import java.util.List;

/// A program to run, as it was written.
///
/// @param words the command, then user and group if they are given; not empty
public record Command(List<String> words) {
    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command without words");
        }
    }
}
