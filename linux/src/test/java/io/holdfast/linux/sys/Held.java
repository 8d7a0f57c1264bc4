package io.holdfast.linux.sys;

import java.util.List;
import java.util.stream.Stream;

/// Starts programs as the launcher starts a JVM, with its signals held.
final class Held {
    private static final List<String> ENV = List.of("env", "--ignore-signal=HUP,INT,TERM",
            "--block-signal=HUP,INT,TERM,USR1,USR2,36,63", "_JAVA_SR_SIGNUM=40");

    private Held() {}

    static List<String> words(Stream<String> command) {
        return Stream.concat(ENV.stream(), command).toList();
    }
}
