package io.holdfast.config.host;

/// What the machine says about a user or a group.
public sealed interface Account {
    /// There is one.
    ///
    /// @param id    number of the user, or of the group
    /// @param group number of the user's own group; of a group, its number again
    record Known(int id, int group) implements Account {}

    /// There is none of that name.
    record Unknown() implements Account {}

    /// The machine was not asked.
    record NotChecked() implements Account {}
}
