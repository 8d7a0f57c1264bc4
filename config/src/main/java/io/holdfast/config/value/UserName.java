package io.holdfast.config.value;

import io.holdfast.config.text.Word;
import java.util.Optional;

/// A user, and perhaps a group, as they are written.
///
/// @param user  the user's name
/// @param group the group's name; without one, the user's own group is meant
public record UserName(Word user, Optional<Word> group) {}
