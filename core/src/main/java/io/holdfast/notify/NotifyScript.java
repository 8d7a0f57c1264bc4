package io.holdfast.notify;

import io.holdfast.script.CommandSpec;

/// A script to be run because of a [Notice].
///
/// @param object  the instance or group it is about: scripts of one object wait for each other ([ScriptQueue])
/// @param command what to run, with all its arguments
/// @param limited whether it is killed, with its process group, if it takes longer than [#LIMIT_MILLIS]
public record NotifyScript(String object, CommandSpec command, boolean limited) {
    /// How long a script may take that is run at the stop (`daemon.md` 5.3).
    public static final int LIMIT_MILLIS = 1000;
}
