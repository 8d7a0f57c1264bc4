package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import io.holdfast.config.value.Pipe;
import io.holdfast.config.value.PipePhrase;
import io.holdfast.config.value.UserName;
import io.holdfast.config.value.UserPhrase;
import io.holdfast.config.value.Values;
import java.time.Duration;

/// Scripts as a whole, and the named pipes that are told of changes of state.
public final class ScriptKeywords {
    static final Block BLOCK = Block.part();
    private static final CommandPhrase COMMAND = new CommandPhrase(true);
    private static final PipePhrase PIPE = new PipePhrase();
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Rows FIRST = NOT_YET.keepingFirst();
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows FIRST_DOES = DOES.keepingFirst();

    public static final Keyword<UserName> USER = DOES.laxPhrase("script_user", new UserPhrase(),
            "User, and perhaps group, as which scripts run that name none.");
    public static final Keyword<Boolean> SECURITY = DOES.flag("enable_script_security",
            "Root runs no script that somebody else could replace.");

    public static final Keyword<Command> STARTUP = FIRST_DOES.laxPhrase("startup_script", COMMAND,
            "Run before anything else is.");
    public static final Keyword<Duration> STARTUP_LIMIT = DOES.lax("startup_script_timeout",
            Values.wholeSeconds(1, 1000), "Seconds it may take.");
    public static final Keyword<Command> SHUTDOWN = FIRST_DOES.laxPhrase("shutdown_script", COMMAND,
            "Run once everything else has ended.");
    public static final Keyword<Duration> SHUTDOWN_LIMIT = DOES.lax("shutdown_script_timeout",
            Values.wholeSeconds(1, 1000), "Seconds it may take.");

    public static final Keyword<Pipe> PIPE_OF_ALL = FIRST_DOES.laxPhrase("notify_fifo", PIPE,
            "Named pipe that is told of all changes of state.");
    public static final Keyword<Command> READER_OF_ALL = FIRST_DOES.laxPhrase("notify_fifo_script", COMMAND,
            "Run to read that pipe, with its path as one argument more.");
    public static final Keyword<Pipe> VRRP_PIPE = FIRST_DOES.laxPhrase("vrrp_notify_fifo", PIPE,
            "Named pipe that is told of instances and sync groups.");
    public static final Keyword<Command> VRRP_READER = FIRST_DOES.laxPhrase("vrrp_notify_fifo_script", COMMAND,
            "Run to read that pipe, with its path as one argument more.");
    public static final Keyword<Pipe> LVS_PIPE = FIRST.laxPhrase("lvs_notify_fifo", PIPE,
            "Named pipe that is told of virtual and real servers.");
    public static final Keyword<Command> LVS_READER = FIRST.laxPhrase("lvs_notify_fifo_script", COMMAND,
            "Run to read that pipe, with its path as one argument more.");
    public static final Keyword<Boolean> PRIORITY_CHANGES = DOES.optional("vrrp_notify_priority_changes",
            Values.BOOL, true, "Pipes are told of changed priorities, too.");
    public static final Keyword<Boolean> STATES_ON_RELOAD = DOES.flag("fifo_write_vrrp_states_on_reload",
            "Pipes are told of all instances and sync groups again at each reload.");

    private ScriptKeywords() {}
}
