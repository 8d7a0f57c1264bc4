package io.holdfast.config.vrrp;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Values;
import java.util.List;

/// The keywords of `authentication` in an instance.
public final class AuthenticationKeywords {
    public static final Block BLOCK = Block.secret("authentication");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    public static final Keyword<Type> AUTH_TYPE = DOES.value("auth_type",
            new Choice<>(List.of("PASS", "AH"), List.of(Type.PASS, Type.AH)), "How advertisements are authenticated.");
    public static final Keyword<String> AUTH_PASS = DOES.value("auth_pass", Values.PASSWORD,
            "Password; its first 8 characters count.");

    private AuthenticationKeywords() {}

    enum Type {
        PASS, AH
    }
}
