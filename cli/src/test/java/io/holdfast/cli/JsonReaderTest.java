package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsWhatADaemonAnswers() {
        String text = "{\"ok\":true,\"pid\":12,\"children\":[{\"pid\":-1},{}],\"none\":[]}";
        assertThat(JsonReader.read(text)).isEqualTo(Map.of(
                "ok", true, "pid", 12L, "children", List.of(Map.of("pid", -1L), Map.of()), "none", List.of()));
        assertThat(JsonReader.read("\"a \\\"b\\\" \\\\ \\u000a\"")).isEqualTo("a \"b\" \\ \n");
        assertThat(JsonReader.read("false")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}", "{\"a\"}", "{\"a\":1", "{\"a\":1 2}", "[1", "[1}",
        "tru", "-", "\"", "\"\\u00", "1 2", "x"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
