package io.holdfast.config.lvs;

import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Syntax;
import io.holdfast.health.CheckSpec;
import java.util.List;

/// One kind of check: a block in `real_server`, and what is made of it.
public interface CheckKind extends Syntax.BlockTable {
    /// Its keyword: `TCP_CHECK`.
    String keyword();

    /// Its sentence in the manual.
    String doc();

    /// The checks a block stands for: usually one; none if it makes no sense, which is then reported.
    List<CheckSpec> checks(Draft draft, CheckContext context);
}
