package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Values;
import io.holdfast.track.ProcessSpec.Match;
import io.holdfast.track.Weight;
import java.time.Duration;
import java.util.List;

/// The keywords of `vrrp_track_process`.
final class ProcessKeywords {
    static final Block BLOCK = Block.nickNamed("vrrp_track_process");
    private static final Value<Duration> DELAY_TIME = Values.seconds(1, 3_600_000_000L);
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<List<String>> PROCESS = DOES.keepingFirst().phrase("process", new ProcessPhrase(),
            "Name of the process and, if they matter, its parameters.");
    static final Keyword<Match> PARAM_MATCH = DOES.optional("param_match",
            new Choice<>(List.of("initial", "partial"), List.of(Match.INITIAL, Match.PARTIAL)), Match.EXACT,
            "How far the parameters have to agree.");
    static final Keyword<Weight> WEIGHT = DOES.keepingFirst().laxPhrase("weight",
            new WeightPhrase(new WeightValue(254, WeightValue.Beyond.REFUSED)),
            "What is added to priorities; 0 for a fault without the processes.");
    static final Keyword<Integer> QUORUM = DOES.value("quorum", Values.lenientInteger(1, 65_535),
            "How many processes there have to be.", "stays at its default, 1");
    static final Keyword<Integer> QUORUM_MAX = DOES.value("quorum_max", Values.lenientInteger(0, 65_535),
            "How many processes there may be.", "stays at its default, any number");
    static final Keyword<Duration> DELAY = DOES.value("delay", DELAY_TIME, "Both delays at once.");
    static final Keyword<Duration> FORK_DELAY = DOES.value("fork_delay", DELAY_TIME,
            "How long a process has to run to be counted.");
    static final Keyword<Duration> TERMINATE_DELAY = DOES.value("terminate_delay", DELAY_TIME,
            "How long a process that ended is still counted.");
    static final Keyword<Boolean> FULL_COMMAND = DOES.flag("full_command",
            "The command it was started as counts, not the name that the kernel keeps.");

    private ProcessKeywords() {}
}
