package io.holdfast.config.script;

import io.holdfast.config.global.ScriptKeywords;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.value.Command;
import io.holdfast.script.CommandSpec;
import io.holdfast.supervise.ScriptsSpec;
import io.holdfast.supervise.ScriptsSpec.Once;
import java.time.Duration;
import java.util.Optional;

/// Makes a [ScriptsSpec] of what `global_defs` says about scripts that run once (`daemon.md` 4.8).
public final class OnceAssembly {
    private OnceAssembly() {}

    public static ScriptsSpec spec(Draft global, ScriptAssembly scripts) {
        return new ScriptsSpec(once(global, ScriptKeywords.STARTUP, ScriptKeywords.STARTUP_LIMIT, scripts),
                once(global, ScriptKeywords.SHUTDOWN, ScriptKeywords.SHUTDOWN_LIMIT, scripts),
                global.has(ScriptKeywords.SECURITY));
    }

    private static Optional<Once> once(Draft global, Keyword<Command> keyword, Keyword<Duration> limit,
            ScriptAssembly scripts) {
        Optional<Command> command = global.value(keyword);
        if (command.isEmpty()) {
            return Optional.empty();
        }
        Optional<CommandSpec> spec = scripts.once(command.get(), keyword.name() + " is left out");
        return spec.isEmpty() ? Optional.empty()
                : Optional.of(new Once(spec.get(), global.value(limit, ScriptsSpec.LIMIT)));
    }
}
