package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import io.holdfast.config.value.UserName;
import io.holdfast.config.value.UserPhrase;
import io.holdfast.config.value.Values;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import io.holdfast.script.CommandSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `MISC_CHECK` (2.8): a program says whether the server is alive.
///
/// @param command the program, its arguments, and whom it runs as
/// @param timeout how long it may take; zero for any time
/// @param dynamic whether its exit status changes the weight of the server
public record MiscCheck(CommandSpec command, Duration timeout, boolean dynamic, CheckTiming timing)
        implements TimedCheck {
    private static final String KEYWORD = "MISC_CHECK";
    private static final Block BLOCK = Block.joined(KEYWORD, List.of(TimingKeywords.BLOCK));
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final int MOST_SECONDS = 4294;
    private static final Keyword<Command> MISC_PATH = BLOCK.rows(Effect.ACCEPTED, Repetition.FIRST_KEPT)
            .laxPhrase("misc_path", new CommandPhrase(false), "The program to run.");
    private static final Keyword<Duration> MISC_TIMEOUT = NOT_YET.value("misc_timeout",
            Values.wholeSeconds(0, MOST_SECONDS), "How long it may take; 0 for any time.");
    private static final Keyword<Boolean> MISC_DYNAMIC = NOT_YET.flag("misc_dynamic",
            "Its exit status changes the weight of the server.");
    private static final Keyword<UserName> USER = NOT_YET.laxPhrase("user", new UserPhrase(), "Whom it runs as.");

    @Override
    public String kind() {
        return KEYWORD;
    }

    static final class Kind extends CheckKind {
        Kind() {
            super(KEYWORD, "A program says that the server is alive.");
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
            Optional<CommandSpec> spec = context.command(draft, command.get(), draft.value(USER));
            if (spec.isEmpty()) {
                return List.of();
            }
            return List.of(new MiscCheck(spec.get(),
                    draft.value(MISC_TIMEOUT, context.defaults().serviceDelayLoop()), draft.has(MISC_DYNAMIC),
                    TimingKeywords.timing(draft, context, 0, TimingKeywords.USUAL_DELAY)));
        }
    }
}
