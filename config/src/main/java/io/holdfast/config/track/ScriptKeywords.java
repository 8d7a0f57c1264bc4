package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import io.holdfast.config.value.UserName;
import io.holdfast.config.value.UserPhrase;
import io.holdfast.config.value.Values;
import io.holdfast.track.Weight;
import java.time.Duration;

/// The keywords of `vrrp_script`.
final class ScriptKeywords {
    static final Block BLOCK = Block.nickNamed("vrrp_script");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Command> SCRIPT = DOES.laxPhrase("script", new CommandPhrase(false),
            "Command whose exit status tells, or </PATH for a file that can be opened.");
    static final Keyword<Duration> INTERVAL = DOES.value("interval", new IntervalValue(), "Time between runs.",
            "stays at its default, 1 second");
    static final Keyword<Duration> TIMEOUT = DOES.value("timeout", new IntervalValue(),
            "A run that takes longer has failed.", "stays at its default, the interval");
    static final Keyword<Weight> WEIGHT = DOES.phrase("weight",
            new WeightPhrase(new WeightValue(253, WeightValue.Beyond.USED)),
            "What is added to priorities; 0 for a fault when it fails.");
    static final Keyword<Integer> RISE = DOES.valueOr("rise", Values.lenientInteger(1, Integer.MAX_VALUE), 1,
            "Successes in a row that it takes to be up.", "is 1 instead");
    static final Keyword<Integer> FALL = DOES.valueOr("fall", Values.lenientInteger(1, Integer.MAX_VALUE), 1,
            "Failures in a row that it takes to be down.", "is 1 instead");
    static final Keyword<UserName> USER = DOES.phrase("user", new UserPhrase(),
            "User, and perhaps group, as which it runs.");
    static final Keyword<Boolean> INIT_FAIL = DOES.flag("init_fail", "Down until the first success.");

    private ScriptKeywords() {}
}
