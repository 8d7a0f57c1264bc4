package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTestTest {
    private static final int GENERAL = 5;

    @TempDir
    private Path directory;

    @Test
    void findingsAreAppendedAsText() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "earlier\n");
        assertThat(test("ruter_id\n", log)).isEqualTo(GENERAL);
        assertThat(Files.readString(log)).startsWith("earlier\n" + conf() + ":1:1: warning: ")
                .contains("\n    1 | ruter_id\n");
    }

    @Test
    void orWrittenAsOneJsonObject() throws IOException {
        Path log = directory.resolve("log");
        assertThat(test("ruter_id \"x\"\n", log, "--format=json")).isEqualTo(GENERAL);
        assertThat(Files.readString(log)).startsWith("{\"file\":\"" + conf() + "\",\"status\":5,\"refused\":false,"
                + "\"findings\":[{\"code\":\"HF0101\",\"severity\":\"warning\",\"file\":\"" + conf() + "\",\"line\":1,")
                .endsWith("]}\n").hasLineCount(1);
    }

    @Test
    void apartFromThisMachineEveryInterfaceExists() throws IOException {
        String text = """
                vrrp_instance A {
                    interface nosuch0
                    virtual_router_id 1
                    virtual_ipaddress {
                        192.0.2.1
                    }
                }
                """;
        Path log = directory.resolve("log");
        assertThat(test(text, log, "--offline")).as(Files.readString(log)).isZero();
    }

    private int test(String text, Path log, String... options) throws IOException {
        Files.writeString(conf(), text);
        List<String> usual = List.of("-f", conf().toString(), "-t" + log);
        Options parsed = Options.parse(Stream.concat(usual.stream(), Stream.of(options)).toList());
        return ConfigTest.run(ConfigFiles.of(parsed, Names.current()), parsed.modeArgument(), parsed.test());
    }

    private Path conf() {
        return directory.resolve("conf");
    }
}
