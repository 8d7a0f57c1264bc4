package io.holdfast.linux.sys;

/// A child that has ended and is no longer a zombie.
public record Ended(int pid, ExitStatus status) {}
