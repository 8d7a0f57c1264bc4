package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.daemon.parent.PidFiles.Result;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.PidFile;
import io.holdfast.linux.sys.Umask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    @TempDir
    Path directory;

    private final PidFiles files = new PidFiles();
    private final PidFiles others = new PidFiles();

    @AfterEach
    void close() {
        files.close();
        others.close();
    }

    @Test
    void aSecondHolderIsTurnedAwayUntilTheFirstLetsGo() throws IOException {
        Path pid = directory.resolve("pid");
        assertThat(files.lock(pid)).isEqualTo(Result.LOCKED);
        assertThat(others.lock(pid)).isEqualTo(Result.HELD_BY_ANOTHER);
        files.close();
        assertThat(others.lock(pid)).isEqualTo(Result.LOCKED);
    }

    @Test
    void aLockHandedOverIsNeverFree() throws IOException {
        Path pid = directory.resolve("pid");
        files.lock(pid);
        // What exec does: the same open file, by its number.
        PidFiles next = new PidFiles();
        assertThat(next.adopt(pid, Descriptor.adopt(files.descriptors().getFirst().fd()))).isEqualTo(Result.LOCKED);
        assertThat(others.lock(pid)).isEqualTo(Result.HELD_BY_ANOTHER);
        next.writeOwn(12);
        assertThat(pid).hasContent("12\n");
    }

    @Test
    void aFileThatWasRemovedMeanwhileIsLockedAnew() throws IOException {
        Path pid = directory.resolve("pid");
        files.lock(pid);
        Files.delete(pid);
        PidFiles next = new PidFiles();
        PidFile copy = PidFile.open(directory.resolve("other").toString());
        assertThat(next.adopt(pid, copy.descriptor())).isEqualTo(Result.LOCKED);
        assertThat(pid).exists();
        assertThat(others.lock(pid)).isEqualTo(Result.HELD_BY_ANOTHER);
        next.close();
    }

    @Test
    void onlyTheFirstFileIsWritten() throws IOException {
        files.lock(directory.resolve("pid"));
        files.lock(directory.resolve("vrrp.pid"));
        files.writeOwn(4711);
        assertThat(directory.resolve("pid")).hasContent("4711\n");
        assertThat(directory.resolve("vrrp.pid")).isEmptyFile();
    }

    @Test
    void aShorterNumberReplacesWhatADeadDaemonLeft() throws IOException {
        Path pid = Files.writeString(directory.resolve("pid"), "1234567\n");
        files.lock(pid);
        files.writeOwn(12);
        assertThat(pid).hasContent("12\n");
    }

    @Test
    void allAreRemovedAtTheEnd() throws IOException {
        files.lock(directory.resolve("pid"));
        files.lock(directory.resolve("vrrp.pid"));
        Files.delete(directory.resolve("vrrp.pid"));
        files.remove();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileThatReplacedOursStays() throws IOException {
        Path pid = directory.resolve("pid");
        files.lock(pid);
        Files.move(pid, directory.resolve("old"));
        assertThat(others.lock(pid)).isEqualTo(Result.LOCKED);
        others.writeOwn(99);
        files.remove();
        assertThat(pid).hasContent("99\n");
    }

    @Test
    void directoriesAreMadeForEverybodyToReadWhateverTheMask() throws IOException {
        int before = Umask.set(0177);
        try {
            assertThat(files.lock(directory.resolve("a/b/pid"))).isEqualTo(Result.LOCKED);
        } finally {
            Umask.set(before);
        }
        for (String made : new String[] {"a", "a/b"}) {
            assertThat(permissions(made)).as(made).isEqualTo("rwxr-xr-x");
        }
        assertThat(permissions("a/b/pid")).isEqualTo("rw-r--r--");
    }

    @Test
    void aDirectoryThatIsThereKeepsItsPermissions() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        files.lock(directory.resolve("pid"));
        assertThat(permissions("")).isEqualTo("rwx------");
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path target = Files.writeString(directory.resolve("precious"), "data");
        Path link = Files.createSymbolicLink(directory.resolve("pid"), target);
        assertThatThrownBy(() -> files.lock(link)).isInstanceOf(KernelException.class).hasMessageContaining("ELOOP");
        assertThat(target).hasContent("data");
    }

    @Test
    void aFileInThePlaceOfADirectoryIsAnError() throws IOException {
        Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> files.lock(directory.resolve("file/pid"))).isInstanceOf(IOException.class);
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }
}
