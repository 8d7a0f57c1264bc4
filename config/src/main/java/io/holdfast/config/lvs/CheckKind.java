package io.holdfast.config.lvs;

import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Syntax;
import io.holdfast.health.CheckSpec;
import java.util.List;

/// One kind of check: a block in `real_server`, and what is made of it.
public abstract class CheckKind implements Syntax.BlockTable {
    private final String keyword;
    private final String doc;

    /// @param keyword of the block: `TCP_CHECK`; its table is not needed for that, and not made yet
    /// @param doc     its sentence in the manual
    protected CheckKind(String keyword, String doc) {
        this.keyword = keyword;
        this.doc = doc;
    }

    public final String keyword() {
        return keyword;
    }

    final String doc() {
        return doc;
    }

    /// The checks a block stands for: usually one; none if it makes no sense, which is then reported.
    public abstract List<CheckSpec> checks(Draft draft, CheckContext context);

    @Override
    public final String toString() {
        return keyword;
    }
}
