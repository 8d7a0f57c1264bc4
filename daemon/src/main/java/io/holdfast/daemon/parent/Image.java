package io.holdfast.daemon.parent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A directory with the program in it, as the build makes it.
///
/// @param directory as it was named: a symbolic link stays one, so that what it leads to may change
record Image(Path directory) {

    /// The one this process runs from, as its launcher says.
    static Image running() {
        return new Image(Path.of(System.getProperty("holdfast.image", "/")));
    }

    /// The launcher, by the name the daemon is called.
    Path launcher(String program) {
        return directory.resolve("bin").resolve(program);
    }

    /// The folder with what delivers mails.
    Path mailLibrary() {
        return directory.resolve("lib/mail");
    }

    /// Why it cannot be started under that name; empty if it seems to be an image.
    Optional<String> obstacle(String program) {
        Path launcher = launcher(program);
        return Files.isExecutable(launcher) && !Files.isDirectory(launcher)
                ? Optional.empty()
                : Optional.of(launcher + " is no program that can be executed");
    }
}
