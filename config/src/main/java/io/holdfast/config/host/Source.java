package io.holdfast.config.host;

import java.util.List;

/// Where configuration files come from. Paths use `/`; a path handed in is either absolute or as the operator gave it.
///
/// Names and contents are bytes in no particular encoding; they travel as strings of one character per byte
/// (ISO 8859-1), so that whatever was written comes out again unchanged.
public interface Source {
    /// What is in the file, or why it cannot be had.
    Content read(String path, int maxBytes);

    /// The names in a directory, without `.` and `..`, in any order; empty where there is nothing to list.
    List<String> list(String directory);

    /// The directory a file is in, as `${_PWD}` names it: absolute where there is such a thing.
    String directory(String path);

    /// An answer to [#read].
    sealed interface Content {
        /// The content of a regular file, one character per byte.
        record Text(String text) implements Content {}

        /// There is no such file.
        record Missing() implements Content {}

        /// It has more bytes than were asked for.
        record TooLarge() implements Content {}

        /// There is something, but it is not to be read: a directory, an executable, no permission.
        record Unusable(String reason) implements Content {}
    }
}
