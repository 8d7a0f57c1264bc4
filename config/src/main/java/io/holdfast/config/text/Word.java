package io.holdfast.config.text;

/// One word of a line.
///
/// @param text  without its quotes, one character per byte
/// @param place where it stands
public record Word(String text, Place place) {}
