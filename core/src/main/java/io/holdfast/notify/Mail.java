package io.holdfast.notify;

/// An alert mail (`daemon.md` 5.7).
///
/// @param subject one line
/// @param body    text, one line
public record Mail(String subject, String body) {}
