package io.holdfast.linux.sys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program to start: signals at their defaults, none blocked, standard descriptors inherited, unless said otherwise.
///
/// @param path           the executable; no search along PATH
/// @param arguments      all of argv, the program's own name first
/// @param environment    `NAME=value` each; empty to pass on this process's own
/// @param redirections   carried out in order
/// @param newSession     whether the program leads a session and process group of its own
/// @param holdsSignals   whether it [holds][Signals] its signals from the start, as this process does
public record Spawn(
        String path,
        List<String> arguments,
        Optional<List<String>> environment,
        List<Redirection> redirections,
        boolean newSession,
        boolean holdsSignals) {

    /// What happens to a descriptor in the child before the program runs. Descriptors of Holdfast are close-on-exec;
    /// a duplicate is not, even one onto the same number.
    public sealed interface Redirection {
        /// dup2
        record Duplicate(int fd, int target) implements Redirection {}

        /// close; one that is not open is no error
        record Close(int fd) implements Redirection {}
    }

    public Spawn {
        arguments = List.copyOf(arguments);
        redirections = List.copyOf(redirections);
    }

    /// @param arguments what follows the program's own name
    public static Spawn program(String path, List<String> arguments) {
        List<String> argv = new ArrayList<>(arguments.size() + 1);
        argv.add(path);
        argv.addAll(arguments);
        return new Spawn(path, argv, Optional.empty(), List.of(), false, false);
    }

    public Spawn duplicating(int fd, int target) {
        return redirecting(new Redirection.Duplicate(fd, target));
    }

    public Spawn closing(int fd) {
        return redirecting(new Redirection.Close(fd));
    }

    public Spawn inNewSession() {
        return new Spawn(path, arguments, environment, redirections, true, holdsSignals);
    }

    public Spawn withEnvironment(List<String> variables) {
        return new Spawn(path, arguments, Optional.of(variables), redirections, newSession, holdsSignals);
    }

    public Spawn holdingSignals() {
        return new Spawn(path, arguments, environment, redirections, newSession, true);
    }

    private Spawn redirecting(Redirection redirection) {
        List<Redirection> all = new ArrayList<>(redirections);
        all.add(redirection);
        return new Spawn(path, arguments, environment, all, newSession, holdsSignals);
    }
}
