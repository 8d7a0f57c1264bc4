package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.lvs.CommandPhrase;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import io.holdfast.lvs.Command;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `MISC_CHECK` (2.8): a program says whether the server is alive.
///
/// @param command the program and its arguments
/// @param user    user, and perhaps group, to run it as; empty for `script_user`
/// @param timeout how long it may take; zero for any time
/// @param dynamic whether its exit status changes the weight of the server
public record MiscCheck(Command command, Optional<Command> user, Duration timeout, boolean dynamic, CheckTiming timing)
        implements CheckSpec {
    private static final String KEYWORD = "MISC_CHECK";
    private static final Block BLOCK = Block.joined(KEYWORD, List.of(TimingKeywords.BLOCK));
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final int MOST_SECONDS = 4294;
    private static final Keyword<Command> MISC_PATH = BLOCK.rows(Effect.ACCEPTED, Repetition.FIRST_KEPT)
            .laxPhrase("misc_path", new CommandPhrase("a command"), "The program to run.");
    private static final Keyword<Duration> MISC_TIMEOUT = NOT_YET.value("misc_timeout",
            Values.wholeSeconds(0, MOST_SECONDS), "How long it may take; 0 for any time.");
    private static final Keyword<Boolean> MISC_DYNAMIC = NOT_YET.flag("misc_dynamic",
            "Its exit status changes the weight of the server.");
    private static final Keyword<Command> USER = NOT_YET.laxPhrase("user",
            new CommandPhrase("a user and perhaps a group"), "Whom it runs as.");

    @Override
    public String kind() {
        return KEYWORD;
    }

    @Override
    public boolean alpha() {
        return timing.alpha();
    }

    record Kind() implements CheckKind {
        @Override
        public String keyword() {
            return KEYWORD;
        }

        @Override
        public String doc() {
            return "A program says that the server is alive.";
        }

        @Override
        public Block block() {
            return BLOCK;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            Optional<Command> command = draft.value(MISC_PATH);
            if (command.isEmpty()) {
                context.leaveOut(draft, "misc_path");
                return List.of();
            }
            return List.of(new MiscCheck(command.get(), draft.value(USER),
                    draft.value(MISC_TIMEOUT, context.defaults().serviceDelayLoop()), draft.has(MISC_DYNAMIC),
                    TimingKeywords.timing(draft, context, 0, TimingKeywords.USUAL_DELAY)));
        }
    }
}
