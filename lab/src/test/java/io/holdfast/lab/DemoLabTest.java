package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The demo, as people run it.
@Tag("lab")
class DemoLabTest {
    /// How many seconds a daemon may take to start on a machine busy with everything else.
    private static final double START = 20;


    @Test
    void measuresATakeoverAndTidiesUp() {
        Machine.mustRun(Software.HOLDFAST);
        Background demo = Background.startMerged(List.of(Software.HOLDFAST.program(), "demo", "--json"));
        LogLine json = demo.lines().expect("a JSON object", 0, line -> line.text().startsWith("{"),
                Cell.PATIENCE.multipliedBy(4));
        assertThat(demo.awaitExit(Cell.PATIENCE)).hasValue(0);

        // Three intervals of a second and the skew of priority 90, less what had passed since the last advertisement.
        assertThat(number(json, "takeover_ms")).isBetween(2600.0, 3650 + 1000 * Cell.LATE);
        assertThat(number(json, "client_gap_ms")).isBetween(2600.0, 3650 + 1000 * Cell.LATE);
        assertThat(number(json, "preemption_ms")).isBetween(3600.0, 3650 + 1000 * START);
        assertThat(Command.run("ip", "netns", "list")).doesNotContain("hf-demo-" + demo.handle().pid());
    }

    private static double number(LogLine json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\": ([0-9.]+)").matcher(json.text());
        assertThat(matcher.find()).as(json.text()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
