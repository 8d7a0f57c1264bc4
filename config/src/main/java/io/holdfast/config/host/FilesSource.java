package io.holdfast.config.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The machine's own files.
public final class FilesSource implements Source {
    private static final int LONGEST_NAME = 256; // HOST_NAME_MAX of limits.h is 64

    /// All files of the machine; what may be read is decided by its permissions.
    public FilesSource() {}

    @Override
    public Content read(String path, int maxBytes) {
        try {
            Path file = Path.of(nativeName(path));
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new Content.Unusable("it is a directory");
            }
            if (!attributes.isRegularFile()) {
                return new Content.Unusable("it is not a regular file");
            }
            // As root, this is whether anyone may execute it. To ask for the permissions would cost three milliseconds.
            if (Files.isExecutable(file)) {
                return new Content.Unusable("it is executable, which a configuration file should not be");
            }
            return contents(file, maxBytes);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return new Content.Missing();
        } catch (AccessDeniedException e) {
            return new Content.Unusable("permission denied");
        } catch (IOException | InvalidPathException e) {
            return new Content.Unusable(String.valueOf(e.getMessage()));
        }
    }

    /// What `@ID` lines are compared with unless told otherwise: the node name up to its first dot.
    public static String nodeName() {
        if (!(new FilesSource().read("/proc/sys/kernel/hostname", LONGEST_NAME) instanceof Content.Text(var text))) {
            return "";
        }
        String name = text.strip();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// Reads no more than allowed, whatever size the file claims to have: it may grow, or be one of /proc.
    private static Content contents(Path file, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes);
            return in.read() < 0 ? new Content.Text(new String(bytes, StandardCharsets.ISO_8859_1))
                    : new Content.TooLarge();
        }
    }

    @Override
    public List<String> list(String directory) {
        List<String> names = new ArrayList<>();
        try {
            Path path = Path.of(nativeName(directory.isEmpty() ? "." : directory));
            if (!Files.isDirectory(path, new LinkOption[0])) {
                return names;
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                for (Path entry : entries) {
                    names.add(byteName(entry.getFileName().toString()));
                }
            }
        } catch (IOException | InvalidPathException e) {
            // What cannot be listed matches nothing; that the include found nothing is reported by the reader.
            names.clear();
        }
        return names;
    }

    @Override
    public String directory(String path) {
        Path file = Path.of(nativeName(path)).toAbsolutePath();
        Path parent = file.getParent();
        try {
            return byteName((parent == null ? file : parent.toRealPath()).toString());
        } catch (IOException e) {
            return byteName(String.valueOf(parent)); // gone since it was read: its name is all there is
        }
    }

    /// The JVM wants characters where the kernel has bytes: take them for UTF-8 unless they cannot be.
    private static String nativeName(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return path;
        }
    }

    private static String byteName(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
