package io.holdfast.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A daemon that reads keepalived's configuration: the image under test, or keepalived itself.
public enum Software {
    HOLDFAST {
        @Override
        public Optional<String> missing() {
            return Files.isExecutable(Path.of(program()))
                    ? Optional.empty()
                    : Optional.of("there is no image at " + image() + ": run ./holdfast build");
        }

        @Override
        public String program() {
            return image().resolve("bin/holdfast").toString();
        }

        @Override
        public List<String> command(Path directory) {
            return keepalivedOptions(program(), directory, "--run-dir", directory.resolve("run").toString());
        }
    },

    KEEPALIVED {
        @Override
        public Optional<String> missing() {
            return Command.exists("keepalived") ? Optional.empty() : Optional.of("keepalived is not installed");
        }

        @Override
        public String program() {
            return "keepalived";
        }

        @Override
        public List<String> command(Path directory) {
            return keepalivedOptions(program(), directory);
        }
    };

    /// Why it cannot be run on this machine, if it cannot.
    public abstract Optional<String> missing();

    /// The name or path of the program.
    public abstract String program();

    /// The words that run it in the foreground, its files in a directory of its own: `conf`, `pid`, `vrrp.pid`, ...
    public abstract List<String> command(Path directory);

    /// The image under test: system property `holdfast.image`, or where the build puts it.
    public static Path image() {
        return Path.of(System.getProperty("holdfast.image", "dist/target/holdfast")).toAbsolutePath();
    }

    /// The words that run any program that takes keepalived's options.
    public static List<String> keepalivedOptions(String program, Path directory, String... more) {
        List<String> common = List.of(program, "-n", "-l", "-D", "-G",
                "-f", directory.resolve("conf").toString(),
                "-p", directory.resolve("pid").toString(),
                "-r", directory.resolve("vrrp.pid").toString(),
                "-c", directory.resolve("checkers.pid").toString(),
                "-b", directory.resolve("bfd.pid").toString());
        return Stream.concat(common.stream(), Stream.of(more)).toList();
    }
}
