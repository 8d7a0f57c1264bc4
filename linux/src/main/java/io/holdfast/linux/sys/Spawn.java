package io.holdfast.linux.sys;

import java.util.ArrayList;
import java.util.List;

/// A program to start: signals at their defaults, none blocked, standard descriptors inherited, unless said otherwise.
///
/// @param path           the executable; no search along PATH
/// @param arguments      all of argv, the program's own name first
/// @param environment    its variables
/// @param redirections   carried out in order
/// @param leads          what the program is the leader of
/// @param holdsSignals   whether it [holds][Signals] its signals from the start, as this process does
public record Spawn(
        String path,
        List<String> arguments,
        Environment environment,
        List<Redirection> redirections,
        Leads leads,
        boolean holdsSignals) {

    /// What happens to a descriptor in the child before the program runs. Descriptors of Holdfast are close-on-exec;
    /// a duplicate is not, even one onto the same number.
    public sealed interface Redirection {
        /// dup2
        record Duplicate(int fd, int target) implements Redirection {}

        /// close; one that is not open is no error
        record Close(int fd) implements Redirection {}
    }

    /// The variables of a program.
    public sealed interface Environment {
        /// Those of this process, byte for byte.
        ///
        /// @param except names of some that are not passed on
        record Own(List<String> except) implements Environment {
            public Own {
                except = List.copyOf(except);
            }
        }

        /// @param variables `NAME=value` each
        record Given(List<String> variables) implements Environment {
            public Given {
                variables = List.copyOf(variables);
            }
        }
    }

    /// What the program is the leader of from its start.
    public enum Leads {
        NOTHING,
        /// A process group, in the session of this process.
        GROUP,
        /// A session, and a process group in it.
        SESSION
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
        return called(path, argv);
    }

    /// @param arguments all of argv
    public static Spawn called(String path, List<String> arguments) {
        return new Spawn(path, arguments, new Environment.Own(List.of()), List.of(), Leads.NOTHING, false);
    }

    public Spawn duplicating(int fd, int target) {
        return redirecting(new Redirection.Duplicate(fd, target));
    }

    public Spawn closing(int fd) {
        return redirecting(new Redirection.Close(fd));
    }

    public Spawn leading(Leads what) {
        return new Spawn(path, arguments, environment, redirections, what, holdsSignals);
    }

    public Spawn withEnvironment(List<String> variables) {
        return with(new Environment.Given(variables));
    }

    public Spawn withoutVariables(List<String> names) {
        return with(new Environment.Own(names));
    }

    public Spawn holdingSignals() {
        return new Spawn(path, arguments, environment, redirections, leads, true);
    }

    private Spawn with(Environment variables) {
        return new Spawn(path, arguments, variables, redirections, leads, holdsSignals);
    }

    private Spawn redirecting(Redirection redirection) {
        List<Redirection> all = new ArrayList<>(redirections);
        all.add(redirection);
        return new Spawn(path, arguments, environment, all, leads, holdsSignals);
    }
}
