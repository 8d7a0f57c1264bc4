package io.holdfast.config.script;

import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FileFact.Found;

/// What the permission bits of a file mean for a user and a group.
///
/// @param user  number of the user; root may do everything
/// @param group number of the group
record Permissions(int user, int group) {
    private static final int EXECUTE = 0111;

    /// Whether it may be executed: by root if anybody may.
    boolean mayExecute(Found file) {
        return user == 0 ? (file.mode() & EXECUTE) != 0 : isGranted(file);
    }

    /// Whether what is in a directory can be reached.
    boolean mayEnter(Found directory) {
        return user == 0 || isGranted(directory);
    }

    private boolean isGranted(Found file) {
        int bit = file.owner() == user ? 0100 : file.group() == group ? 0010 : 0001;
        return (file.mode() & bit) != 0;
    }

    /// Whether it runs with the rights of root or of its group.
    boolean isPrivileged(Found file) {
        return user == 0 || group == 0 || ((file.mode() & FileFact.SET_UID) != 0 && file.owner() == 0)
                || ((file.mode() & FileFact.SET_GID) != 0 && file.group() == 0);
    }
}
