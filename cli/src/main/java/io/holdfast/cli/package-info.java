/// The commands of `holdfast WORD`: each answers one question and ends.
///
/// The rule: a command is one class, named in [Commands] in one line; what it shows it can also give as JSON; it
/// touches neither the kernel nor a daemon's files. Start at [Cli].
@NullMarked
package io.holdfast.cli;

import org.jspecify.annotations.NullMarked;
