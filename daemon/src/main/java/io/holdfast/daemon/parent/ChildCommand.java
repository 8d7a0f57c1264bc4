package io.holdfast.daemon.parent;

import io.holdfast.daemon.process.Names;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The command line of a child: the one this process was started by, with another main class. So a child runs on the
/// same Java, with the same flags, modules and cache, and reads the same options, without any of them being known here.
final class ChildCommand implements Children.Starter {
    private static final String TAKE_OVER = "-D" + Inheritance.PROPERTY + "=";
    private static final String OWN_MAIN = "io.holdfast.daemon.parent.Main";

    private final List<String> own;

    private ChildCommand(List<String> own) {
        this.own = own;
    }

    /// @throws IOException if /proc is not mounted
    static ChildCommand ofThisProcess() throws IOException {
        // A channel would load and set up the JDK's network library, before the child has been started.
        try (FileInputStream cmdline = new FileInputStream("/proc/self/cmdline")) {
            return new ChildCommand(words(new String(cmdline.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    static ChildCommand of(List<String> own) {
        return new ChildCommand(List.copyOf(own));
    }

    /// What follows the main class: the options of the daemon, byte for byte as they were given.
    List<String> arguments() {
        for (int i = 1; i < own.size(); i++) {
            if (own.get(i).endsWith(OWN_MAIN)) {
                return own.subList(i + 1, own.size());
            }
        }
        return List.of();
    }

    @Override
    public ChildProcess start(ChildKind kind) {
        return ChildProcess.start(forMain(kind.mainClass, Names.directory().toString()));
    }

    /// @param directory where relative paths on the command line start, since the child may be started elsewhere
    List<String> forMain(String mainClass, String directory) {
        List<String> command = new ArrayList<>(own);
        command.set(0, javaProgram(own.get(0)));
        // What this process was left concerns nobody else.
        command.removeIf(word -> word.startsWith(TAKE_OVER));
        for (int i = 1; i < command.size(); i++) {
            String word = command.get(i);
            if (word.endsWith(OWN_MAIN)) {
                command.set(i, word.substring(0, word.length() - OWN_MAIN.length()) + mainClass);
                // Before -m, where there is one.
                command.add(command.get(i - 1).equals("-m") ? i - 1 : i, Names.DIRECTORY_OPTION + directory);
                return command;
            }
        }
        throw new IllegalStateException("not started by " + OWN_MAIN + ": " + own);
    }

    /// The command line of this process once more.
    ///
    /// @param option for the JVM, besides
    List<String> again(String option) {
        List<String> command = new ArrayList<>(own);
        command.set(0, javaProgram(own.get(0)));
        command.add(1, option);
        return command;
    }

    /// The launcher may have given this process another name (`exec -a`), which is no path to start it by.
    private static String javaProgram(String argumentZero) {
        return argumentZero.indexOf('/') >= 0 ? argumentZero : System.getProperty("java.home") + "/bin/java";
    }

    private static List<String> words(String cmdline) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int end = cmdline.indexOf('\0'); end >= 0; end = cmdline.indexOf('\0', start)) {
            words.add(cmdline.substring(start, end));
            start = end + 1;
        }
        return words;
    }
}
