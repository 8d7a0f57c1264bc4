package io.holdfast.daemon.vrrp;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.daemon.process.Heap;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.node.Action;
import io.holdfast.node.Rehearsal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Does once what the process will do, before it counts: reads a configuration, and carries out a rehearsed failover
/// with the real runner and the real encoders over descriptors on which every system call fails. What a JVM does only
/// the first time, loading classes, linking call sites and running them uncompiled, would otherwise happen at a start,
/// a reload or a failover.
///
/// [#ahead] fills the time in which the start has nothing else to do. The rest is done by a thread of its own, in the
/// time a backup has to wait anyway; it shares nothing with the loop.
final class WarmUp extends Thread {
    private static final String CONFIGURATION = """
            vrrp_instance warm_up {
                state BACKUP
                interface lo
                virtual_router_id 1
                priority 100
                advert_int 1
                authentication {
                    auth_type PASS
                    auth_pass warm-up
                }
                virtual_ipaddress {
                    192.0.2.1/24
                }
            }
            """;
    /// In a round instances take over nine times, and what ran 200 times the JVM compiles: then the advertisement that
    /// follows a second of silence leaves 0.3 ms earlier.
    private static final int ROUNDS = 30;

    private WarmUp() {
        super("warm-up");
        setDaemon(true);
    }

    /// Starts it; nobody has to wait for it.
    static void begin() {
        new WarmUp().start();
    }

    @Override
    public void run() {
        complete();
    }

    /// What of it needs no system call, for a process that waits for the first one to be linked: once, so that its own
    /// configuration and the first decisions about it find classes loaded and call sites linked.
    static void ahead() {
        readConfiguration();
        Rehearsal.playStart();
    }

    /// Does the rest on the calling thread, for a process that has nothing else to do yet.
    static void complete() {
        try (SocketPool sockets = SocketPool.dry();
                RouteOps ops = RouteOps.over(Descriptor.invalid());
                PacketSocket packets = PacketSocket.over(Descriptor.invalid());
                Epoll epoll = Epoll.open(1)) {
            ScriptPort scripts = new ScriptPort(epoll, 0, Log.discarding());
            ActionRunner runner = new ActionRunner(sockets, new AddressChanges(ops), packets,
                    JournalKeeper.rehearsing(), scripts, new NotifyPort(scripts, Log.discarding()).notifications(),
                    Log.discarding());
            for (int i = 0; i < ROUNDS; i++) {
                Rehearsal.play(new Part(runner));
            }
        }
        Heap.giveBack();
    }

    private static void readConfiguration() {
        var reading = ConfigReader.read(
                new MemorySource(Map.of("warm-up", CONFIGURATION)), "warm-up", ReaderOptions.of(""));
        ConfigParser.parse(reading.snapshot(), Host.offline());
    }

    /// The runner's part in the rehearsal. All it learns is that nothing works, and the rehearsed node need not know.
    private record Part(ActionRunner runner) implements Consumer<List<Action>> {
        @Override
        public void accept(List<Action> actions) {
            runner.beginTurn();
            runner.run(actions);
            runner.finish();
            runner.forgetLearnt();
        }
    }
}
