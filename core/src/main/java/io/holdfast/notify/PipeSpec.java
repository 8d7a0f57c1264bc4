package io.holdfast.notify;

import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import java.util.Optional;

/// A named pipe to which changes of state are written, a line each (`daemon.md` 5.5).
///
/// @param path   where it is
/// @param owner  to whom it belongs if it has to be made
/// @param reader what is run to read it, with the path as one argument more; empty if that is somebody else's business
public record PipeSpec(String path, RunAs owner, Optional<CommandSpec> reader) {}
