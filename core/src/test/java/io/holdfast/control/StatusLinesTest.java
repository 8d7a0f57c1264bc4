package io.holdfast.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.node.Node;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLinesTest {
    private static final MonoTime NOW = MonoTime.ofMicros(5_000_000);

    private static Node started(VrrpSpec... specs) {
        Node node = new Node(NodeSpec.of(List.of(specs)));
        node.on(new NodeEvent.Resynced(List.of(), List.of()), MonoTime.ofMicros(2_000_000));
        node.on(new NodeEvent.Started(), MonoTime.ofMicros(2_000_000));
        return node;
    }

    private static List<String> all(Node node) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from >= 0;) {
            ControlMessage.StatusPage page = StatusLines.page(node, from, NOW);
            StandardCharsets.UTF_8.decode(page.lines()).toString().lines().forEach(lines::add);
            from = page.next();
        }
        return lines;
    }

    @Test
    void anInstanceIsToldOfWithAllThatOperatorsAsk() {
        assertThat(all(started(Specs.vrrp().spec()))).singleElement().asString()
                .startsWith("{\"instance\":\"VI_1\",\"state\":\"FAULT\",\"for_millis\":3000,\"vrid\":51,"
                        + "\"interface\":\"eth0\",\"version\":\"V2\",\"priority\":100,\"base_priority\":100,"
                        + "\"reckoning\":\"\",\"trigger\":\"LINK_DOWN\",\"evidence\":\"interface eth0 does not exist\"")
                .contains("\"faults\":[\"interface eth0 does not exist\"],\"heard\":[],\"counters\":{}}");
    }

    @Test
    void manyComeInPiecesAndNoneIsMissing() {
        VrrpSpec[] specs = new VrrpSpec[100];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = Specs.vrrp().name("VI_" + i).vrid(i + 1).spec();
        }
        Node node = started(specs);
        assertThat(StatusLines.page(node, 0, NOW).next()).isBetween(1, 99);
        List<String> lines = all(node);
        assertThat(lines).hasSize(100);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"instance\":\"VI_" + i + "\",");
        }
    }

    @Test
    void beyondTheEndThereIsNothing() {
        ControlMessage.StatusPage page = StatusLines.page(started(Specs.vrrp().spec()), 1000, NOW);
        assertThat(page.next()).isNegative();
        assertThat(page.lines().remaining()).isZero();
    }
}
