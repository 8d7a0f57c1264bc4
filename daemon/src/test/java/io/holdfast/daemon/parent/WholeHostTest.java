package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.host.Account;
import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.Host;
import io.holdfast.linux.route.RouteOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine the test runs on, whatever it is.
class WholeHostTest {
    private final Host host = host();

    @TempDir
    private Path directory = Path.of("");

    private static Host host() {
        try (RouteOps ops = RouteOps.open()) {
            return new WholeHost(ops);
        }
    }

    @Test
    void rootIsNumberNull() {
        assertThat(host.user("root")).isEqualTo(new Account.Known(0, 0));
        assertThat(host.group("root")).isEqualTo(new Account.Known(0, 0));
    }

    @Test
    void whoIsNotThereIsUnknown() {
        assertThat(host.user("no-such-user")).isEqualTo(new Account.Unknown());
        assertThat(host.group("no-such-group")).isEqualTo(new Account.Unknown());
        assertThat(host.user("")).isEqualTo(new Account.Unknown());
    }

    @Test
    void anAccountIsLookedUpOnce() {
        assertThat(host.user("root")).isSameAs(host.user("root"));
        assertThat(host.group("no-such-group")).isSameAs(host.group("no-such-group"));
    }

    @Test
    void aFileIsDescribedAsItIs() throws IOException {
        Path file = Files.createFile(directory.resolve("skript-ä.sh"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrw-r-x"));
        Found found = (Found) host.file(file.toString());
        assertThat(found.kind()).isEqualTo(Kind.REGULAR);
        assertThat(found.mode()).isEqualTo(0765);
        assertThat(new Account.Known(found.owner(), (int) Files.getAttribute(file, "unix:gid")))
                .isEqualTo(new Account.Known((int) Files.getAttribute(file, "unix:uid"), found.group()));
        assertThat(host.self()).isInstanceOfSatisfying(Account.Known.class,
                self -> assertThat(self.id()).isEqualTo(found.owner()));
        assertThat(((Found) host.file(directory.toString())).kind()).isEqualTo(Kind.DIRECTORY);
        assertThat(((Found) host.file("/dev/null")).kind()).isEqualTo(Kind.OTHER);
        assertThat(((Found) host.file("/tmp")).mode() & FileFact.STICKY).isNotZero();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("../nowhere"));
        Found found = (Found) host.file(link.toString());
        assertThat(found.kind()).isEqualTo(Kind.LINK);
        assertThat(found.target()).isEqualTo("../nowhere");
    }

    @Test
    void whatIsNotThereIsMissingForAReason() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(host.file(directory + "/no")).isEqualTo(new FileFact.Missing("no such file or directory"));
        assertThat(host.file(file + "/below")).isEqualTo(new FileFact.Missing("ENOTDIR (Not a directory)"));
        assertThat(host.file("/" + "x".repeat(300)))
                .isEqualTo(new FileFact.Missing("ENAMETOOLONG (File name too long)"));
    }

    @Test
    void onlyAbsoluteDirectoriesAreSearched() {
        assertThat(host.searchPath()).isNotEmpty().allMatch(entry -> entry.startsWith("/"));
    }
}
