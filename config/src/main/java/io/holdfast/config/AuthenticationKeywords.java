package io.holdfast.config;

import java.util.List;

/// The keywords of `authentication` in an instance.
final class AuthenticationKeywords {
    static final Block BLOCK = Block.secret("authentication");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Type> AUTH_TYPE = DOES.value("auth_type",
            new Choice<>(List.of("PASS", "AH"), List.of(Type.PASS, Type.AH)), "How advertisements are authenticated.");
    static final Keyword<String> AUTH_PASS = DOES.value("auth_pass", Values.PASSWORD,
            "Password; its first 8 characters count.");

    private AuthenticationKeywords() {}

    enum Type {
        PASS, AH
    }
}
