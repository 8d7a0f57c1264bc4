package io.holdfast.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A source file of the repository, as text.
record SourceFile(Path path, List<String> lines) {
    private static final Path ROOT = root();
    private static final List<String> ROOMS = List.of("base", "core", "config", "linux", "daemon", "sim", "cli", "lab");

    /// Every Java file of every room, tests included.
    static Stream<SourceFile> all() {
        return ROOMS.stream().flatMap(SourceFile::ofRoom);
    }

    /// The Java files of a room's production code.
    static Stream<SourceFile> main(String room) {
        return ofRoom(room).filter(SourceFile::isMain);
    }

    boolean isMain() {
        return path.toString().contains("/src/main/java/");
    }

    String room() {
        return path.getName(0).toString();
    }

    String fileName() {
        return path.getName(path.getNameCount() - 1).toString();
    }

    /// Lines that are wanted, each with its place.
    Stream<String> places(Predicate<String> wanted) {
        return IntStream.range(0, lines.size()).filter(n -> wanted.test(lines.get(n)))
                .mapToObj(n -> path + ":" + (n + 1) + ": " + lines.get(n).strip());
    }

    /// Lines of code, not of comment, in which a pattern is found.
    Stream<String> code(Pattern pattern) {
        return places(line -> !isComment(line) && pattern.matcher(line).find());
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("//") || line.strip().startsWith("*");
    }

    private static Stream<SourceFile> ofRoom(String room) {
        Path sources = ROOT.resolve(room).resolve("src");
        if (!Files.isDirectory(sources)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(SourceFile::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(ROOT.relativize(file), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tests run in the folder of their module, the repository is around it.
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("not inside the repository: " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }
}
