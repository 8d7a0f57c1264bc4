package io.holdfast.config.value;

import io.holdfast.config.text.Place;
import io.holdfast.config.text.Word;
import java.util.List;
import java.util.Optional;

/// A command as it is written.
///
/// @param arguments the program, which is not empty, and its arguments, one character per byte
/// @param user      as whom it runs, if that stands behind it
/// @param place     the word that holds the command
/// @param behind    the word behind it, of whatever meaning
public record Command(List<String> arguments, Optional<UserName> user, Place place, Optional<Word> behind) {
    public Command {
        arguments = List.copyOf(arguments);
    }

    /// What is to be opened rather than run, for `</path`.
    public Optional<String> path() {
        String first = arguments.get(0);
        if (!first.startsWith("<")) {
            return Optional.empty();
        }
        String rest = first.length() > 1 ? first.substring(1).strip() : arguments.size() > 1 ? arguments.get(1) : "";
        return rest.startsWith("/") ? Optional.of(rest) : Optional.empty();
    }
}
