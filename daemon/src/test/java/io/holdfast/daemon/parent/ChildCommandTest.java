package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildCommandTest {

    @Test
    void onlyTheMainClassChanges() {
        ChildCommand own = ChildCommand.of(List.of("/jdk/bin/java", "-Xmx1m", "-m",
                "io.holdfast.daemon/io.holdfast.daemon.parent.Main", "-n", "-f", "io.holdfast.daemon.parent.Main"));
        assertThat(own.forMain("x.VrrpMain", "/home")).containsExactly("/jdk/bin/java", "-Xmx1m",
                "-Dholdfast.directory=/home", "-m", "io.holdfast.daemon/x.VrrpMain", "-n", "-f",
                "io.holdfast.daemon.parent.Main");
    }

    @Test
    void aProgramNameWithoutPathIsReplacedByThisJava() {
        ChildCommand own = ChildCommand.of(List.of("holdfast", "io.holdfast.daemon.parent.Main"));
        assertThat(own.forMain("x", "/")).containsExactly(
                System.getProperty("java.home") + "/bin/java", "-Dholdfast.directory=/", "x");
    }

    @Test
    void whatThisProcessWasLeftIsNotPassedOn() {
        ChildCommand own = ChildCommand.of(List.of("/java", "-Dholdfast.takeover=from=1 snapshot=3", "-m",
                "io.holdfast.daemon.parent.Main", "-n"));
        assertThat(own.forMain("x", "/")).containsExactly("/java", "-Dholdfast.directory=/", "-m", "x", "-n");
        assertThat(own.arguments()).containsExactly("-n");
    }

    @Test
    void onceMoreIsTheSameWithAnOptionForTheJvm() {
        ChildCommand own = ChildCommand.of(List.of("holdfast", "-Xmx1m", "io.holdfast.daemon.parent.Main", "-n"));
        assertThat(own.again("-Da=b")).containsExactly(System.getProperty("java.home") + "/bin/java", "-Da=b",
                "-Xmx1m", "io.holdfast.daemon.parent.Main", "-n");
    }

    @Test
    void aProcessWithAnotherMainHasNoChildren() throws IOException {
        ChildCommand test = ChildCommand.ofThisProcess();
        assertThatThrownBy(() -> test.forMain("x", "/")).isInstanceOf(IllegalStateException.class);
    }
}
