package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.host.Source;

/// What asks for files: an include, or the command line.
interface Including {
    /// The record of the line that asks, or [Snapshot#NONE].
    int line();

    /// The step of expansion in which it does, or [Snapshot#NONE].
    int trail();

    /// A finding about a file that cannot be read.
    Finding failed(String path, Source.Content content);

    /// A finding about a file that would be read within itself, or too deep within others.
    Finding loops(String message);

    /// A finding about files that are too many or too large.
    Finding tooMuch();
}
