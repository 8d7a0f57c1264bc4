package io.holdfast.node;

import io.holdfast.base.MonoTime;
import java.time.Duration;

/// Something seen that may explain what follows: for the books alone, nobody acts on it.
public sealed interface Observation {

    /// What is watched says something else than before.
    ///
    /// @param name of the tracker or the interface
    /// @param said what it says now, in words: `failed (exit status 1)`
    record Said(Kind kind, String name, String said) implements Observation {}

    /// What can be watched.
    enum Kind {
        SCRIPT, FILE, PROCESS, INTERFACE;

        /// As it is called in a sentence.
        public String word() {
            return switch (this) {
                case SCRIPT -> "script";
                case FILE -> "file";
                case PROCESS -> "process";
                case INTERFACE -> "interface";
            };
        }
    }

    /// The loop woke so late that somebody had to doubt the silence it heard.
    record Late(Duration by) implements Observation {}

    /// What an instance heard before it changed its state. Follows from its advertisements, in order of arrival.
    ///
    /// @param heard the advertisements of the router heard last
    /// @param until when the decision was made
    record Heard(InstanceId instance, Arrivals heard, MonoTime until) implements Observation {}
}
