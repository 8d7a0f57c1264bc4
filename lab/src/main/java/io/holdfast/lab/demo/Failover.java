package io.holdfast.lab.demo;

import io.holdfast.lab.Client;
import io.holdfast.lab.Daemon;
import io.holdfast.lab.Host;
import io.holdfast.lab.Lab;
import java.time.Duration;
import java.time.Instant;

/// The story of the demo: two nodes share an address, the master loses its power, comes back, and takes over again.
final class Failover {
    private static final String VIP = "192.168.100.100";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Lab lab;
    private final Narrator narrator;
    private final Daemon.Launch launch;
    private final Host first;
    private final Host second;
    private final Host client;

    Failover(Lab lab, Narrator narrator, Daemon.Launch launch) {
        this.lab = lab;
        this.narrator = narrator;
        this.launch = launch;
        first = lab.host("first", "192.168.100.11");
        second = lab.host("second", "192.168.100.12");
        client = lab.host("client", "192.168.100.20");
    }

    Measured run() {
        narrator.say("two nodes and a client on one segment, " + VIP + " the address to hold:");
        configuration(100).lines().forEach(line -> narrator.say("    " + line));
        Daemon master = start(first, 100);
        Daemon backup = start(second, 90);
        first.expectHolds(VIP, true, PATIENCE);
        narrator.say("first is master:");
        showNodes();
        try (Client pinger = Client.start(client, VIP)) {
            narrator.say("the client asks " + VIP + " for an echo every few milliseconds, and is answered");
            pinger.longestGap();
            Duration takeover = powerCut(master);
            Duration clientGap = pinger.longestGap();
            narrator.say("the client is answered again; its longest wait was " + Measured.text(clientGap));
            narrator.off(first);
            narrator.state(second, VIP);
            Duration preemption = bringBack();
            Duration preemptionGap = pinger.longestGap();
            narrator.say("the client's longest wait was " + Measured.text(preemptionGap));
            showNodes();
            backup.terminate();
            return new Measured(takeover, clientGap, preemption, preemptionGap);
        }
    }

    /// Every process gone at once, and the cable with them.
    private Duration powerCut(Daemon master) {
        int position = second.watch().changes().position();
        narrator.say("first loses its power: every process killed, the cable cut");
        Instant cut = master.crash();
        first.pullCable();
        Instant taken = second.watch().expect(VIP, true, position, PATIENCE).at();
        Duration takeover = Duration.between(cut, taken);
        narrator.say("second has " + VIP + ", " + Measured.text(takeover) + " after the cut");
        return takeover;
    }

    /// A machine that boots has no address but its own, so what the killed daemon left is removed before.
    private Duration bringBack() {
        first.namespace().ip("address del " + VIP + "/32 dev " + Host.DEVICE);
        int position = first.watch().changes().position();
        narrator.say("first is back, and its daemon starts: priority 100 beats 90");
        first.plugCable();
        Instant started = Instant.now();
        start(first, 100);
        Instant taken = first.watch().expect(VIP, true, position, PATIENCE).at();
        second.expectHolds(VIP, false, PATIENCE);
        Duration preemption = Duration.between(started, taken);
        narrator.say("first has " + VIP + " again, " + Measured.text(preemption) + " after its start");
        return preemption;
    }

    private Daemon start(Host host, int priority) {
        return Daemon.start(lab, host, configuration(priority), launch);
    }

    private void showNodes() {
        narrator.state(first, VIP);
        narrator.state(second, VIP);
    }

    /// The two-node tutorial, as everybody starts.
    private static String configuration(int priority) {
        return """
                vrrp_instance VI_1 {
                    state %s
                    interface %s
                    virtual_router_id 51
                    priority %d
                    advert_int 1
                    authentication {
                        auth_type PASS
                        auth_pass 1111
                    }
                    virtual_ipaddress {
                        %s
                    }
                }
                """.formatted(priority == 100 ? "MASTER" : "BACKUP", Host.DEVICE, priority, VIP);
    }
}
