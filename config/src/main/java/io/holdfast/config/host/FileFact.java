package io.holdfast.config.host;

/// What the machine says about a path, of which the last part is not followed if it is a link.
public sealed interface FileFact {
    /// Permissions of inode(7).
    int SET_UID = 04000;
    int SET_GID = 02000;
    int STICKY = 01000;
    int GROUP_WRITE = 0020;
    int OTHERS_WRITE = 0002;

    /// There is something.
    ///
    /// @param owner  number of the user it belongs to
    /// @param group  number of its group
    /// @param mode   permission bits, the lower twelve of `st_mode`
    /// @param target where a link leads, as it says; empty for anything else
    record Found(Kind kind, int owner, int group, int mode, String target) implements FileFact {}

    /// There is nothing, or it cannot be looked at.
    ///
    /// @param why what the kernel said, to follow the path and a colon
    record Missing(String why) implements FileFact {}

    /// The machine was not asked.
    record NotChecked() implements FileFact {}

    /// What a path leads to.
    enum Kind { DIRECTORY, REGULAR, LINK, OTHER }
}
