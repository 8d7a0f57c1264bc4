package io.holdfast.config;

/// One word of a line.
///
/// @param text  without its quotes, one character per byte
/// @param place where it stands
record Word(String text, Place place) {}
