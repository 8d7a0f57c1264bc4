package io.holdfast.config.value;

import io.holdfast.config.text.Word;
import java.util.Optional;

/// A named pipe, as it is written.
///
/// @param path its path, which is not empty
/// @param user to whom it is to belong
public record Pipe(Word path, Optional<UserName> user) {}
