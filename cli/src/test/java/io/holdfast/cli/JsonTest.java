package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void membersKeepTheirOrder() {
        assertThat(Json.object().put("b", "x").put("a", Json.of(1)).put("c", Json.of(true)).text())
                .isEqualTo("{\n  \"b\": \"x\",\n  \"a\": 1,\n  \"c\": true\n}");
    }

    @Test
    void nestingIndents() {
        assertThat(Json.object().put("l", Json.list(List.of(Json.object().put("k", "v")))).text())
                .isEqualTo("{\n  \"l\": [\n    {\n      \"k\": \"v\"\n    }\n  ]\n}");
    }

    @Test
    void nothingIsWrittenShort() {
        assertThat(Json.object().put("o", Json.object()).put("l", Json.list(List.of())).text())
                .isEqualTo("{\n  \"o\": {},\n  \"l\": []\n}");
    }

    @Test
    void whatCannotStandInAStringIsEscaped() {
        assertThat(Json.strings(List.of("a\"b\\c\n\u001fd\u00e9")).text())
                .isEqualTo("[\n  \"a\\\"b\\\\c\\u000a\\u001fd\u00e9\"\n]");
    }
}
