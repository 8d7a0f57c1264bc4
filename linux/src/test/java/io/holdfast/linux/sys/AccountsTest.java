package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccountsTest {
    /// What the plainest source has, the whole of NSS has, too.
    @Test
    void everybodyInTheFilesIsFound() throws IOException {
        for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
            String[] fields = line.split(":", -1);
            assertThat(Accounts.user(fields[0])).as(line).contains(
                    new Accounts.Account(Integer.parseUnsignedInt(fields[2]), Integer.parseUnsignedInt(fields[3])));
        }
        for (String line : Files.readAllLines(Path.of("/etc/group"))) {
            String[] fields = line.split(":", -1);
            int id = Integer.parseUnsignedInt(fields[2]);
            assertThat(Accounts.group(fields[0])).as(line).contains(new Accounts.Account(id, id));
        }
    }

    @Test
    void whoIsInNoneIsNotFound() {
        assertThat(Accounts.user("no-such-user")).isEmpty();
        assertThat(Accounts.group("no-such-group")).isEmpty();
        assertThat(Accounts.user("x".repeat(10_000))).isEmpty();
    }
}
