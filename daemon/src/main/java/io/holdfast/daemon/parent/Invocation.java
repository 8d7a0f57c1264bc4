package io.holdfast.daemon.parent;

import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;

/// How the daemon was called, and whom it tells what becomes of it.
///
/// @param options what the command line asks for
/// @param names   what things are called, which depends on what the daemon is called
/// @param log     for the life of the daemon
/// @param report  for its start
record Invocation(Options options, Names names, Log log, StartReport report) {}
