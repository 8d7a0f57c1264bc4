package io.holdfast.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    @Test
    void membersKeepTheirOrder() {
        JsonLine line = new JsonLine().put("ok", true).put("pid", 12).put("image", "/opt/holdfast")
                .put("children", List.of(new JsonLine().put("pid", 13), new JsonLine().put("pid", 14)));
        assertThat(line).hasToString(
                "{\"ok\":true,\"pid\":12,\"image\":\"/opt/holdfast\",\"children\":[{\"pid\":13},{\"pid\":14}]}");
    }

    @Test
    void whateverATextHoldsItStaysOneLine() {
        assertThat(new JsonLine().put("error", "a \"b\"\\\n\tc ü"))
                .hasToString("{\"error\":\"a \\\"b\\\"\\\\\\u000a\\u0009c ü\"}");
    }

    @Test
    void nothingIsAnObjectToo() {
        assertThat(new JsonLine().put("children", List.of())).hasToString("{\"children\":[]}");
        assertThat(new JsonLine()).hasToString("{}");
    }
}
