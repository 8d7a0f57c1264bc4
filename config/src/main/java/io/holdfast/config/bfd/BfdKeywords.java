package io.holdfast.config.bfd;

import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import io.holdfast.track.Weight;
import java.time.Duration;

/// The keywords of `bfd_instance`.
public final class BfdKeywords {
    public static final Block BLOCK = Block.headed("bfd_instance");
    static final int LONGEST_NAME = 31;
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final long MOST_MICROS = 4_294_967_000L;
    private static final Value<Duration> INTERVAL = Values.millis(1_000, MOST_MICROS);

    static final Keyword<String> NAME = NOT_YET.laxHeader(new NamePhrase("a name of 1 to 31 characters",
            LONGEST_NAME), "What tracking and checks call the session.");
    static final Keyword<IpAddress> NEIGHBOR_IP = NOT_YET.lax("neighbor_ip", Values.SOCKET_ADDRESS,
            "Address of the other end.");
    static final Keyword<IpAddress> SOURCE_IP = NOT_YET.value("source_ip", Values.SOCKET_ADDRESS,
            "Local address, of the neighbour's family.");
    static final Keyword<Duration> MIN_RX = NOT_YET.value("min_rx", INTERVAL,
            "Shortest interval at which packets can be received.", "stays at its default, 10 ms");
    static final Keyword<Duration> MIN_TX = NOT_YET.value("min_tx", INTERVAL,
            "Shortest interval at which packets are to be sent.", "stays at its default, 10 ms");
    static final Keyword<Duration> IDLE_TX = NOT_YET.value("idle_tx", Values.millis(1_000_000, MOST_MICROS),
            "Interval between packets while the session is down.", "stays at its default, 1000 ms");
    static final Keyword<Integer> MULTIPLIER = NOT_YET.value("multiplier", Values.integer(1, 255),
            "Packets that may be missed before the session is down.", "stays at its default, 5");
    static final Keyword<Boolean> PASSIVE = NOT_YET.flag("passive", "Wait for the other end to begin.");
    static final Keyword<Integer> TTL = NOT_YET.value("ttl", Values.integer(1, 255),
            "TTL or hop limit of packets sent.");
    static final Keyword<Integer> MAX_HOPS = NOT_YET.value("max_hops", Values.integer(-1, 255),
            "How much lower a received TTL may be; -1 for any.", "stays at its default, 0");
    static final Keyword<Boolean> MULTIHOP = NOT_YET.optional("multihop", Values.BOOL, true,
            "The neighbour is not on the same link: port 4784.");
    static final Keyword<Weight> WEIGHT = NOT_YET.phrase("weight", new WeightPhrase(),
            "What the session adds to the priority of an instance that tracks it.");
    static final Keyword<Boolean> VRRP = NOT_YET.flag("vrrp", "Instances hear of the session.");
    static final Keyword<Boolean> CHECKER = NOT_YET.flag("checker", "Checks hear of the session.");

    static {
        NOT_YET.alias("neighbour_ip", NEIGHBOR_IP);
        NOT_YET.alias("hoplimit", TTL);
    }

    private BfdKeywords() {}
}
