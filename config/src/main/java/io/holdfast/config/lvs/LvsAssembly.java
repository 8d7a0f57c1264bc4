package io.holdfast.config.lvs;

import io.holdfast.config.script.ScriptAssembly;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.lvs.LvsSpec;
import io.holdfast.lvs.TlsSpec;
import io.holdfast.lvs.VirtualServerSpec;
import io.holdfast.supervise.ServicesSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes an [LvsSpec] of what was written.
public final class LvsAssembly {
    private LvsAssembly() {}

    /// @param lvs        the tables the draft was read by
    /// @param global     what holds unless servers say it
    /// @param references what checks may refer to
    /// @param scripts    what makes commands of words
    public static LvsSpec spec(Draft root, LvsRoot lvs, ServicesSpec global, References references,
            ScriptAssembly scripts, Reporter report) {
        Context context = new Context(global, references, scripts, report);
        Groups groups = new Groups(root, report);
        List<VirtualServerSpec> servers = new ArrayList<>();
        for (Entry<Draft> entry : root.all(lvs.virtualServer())) {
            Optional<VirtualServerSpec> spec = new VirtualServerAssembly(entry.value(), lvs.servers(), groups,
                    context).spec();
            if (spec.isPresent()) {
                servers.add(spec.get());
            }
        }
        return new LvsSpec(servers, groups.all(), tls(root));
    }

    private static Optional<TlsSpec> tls(Draft root) {
        Optional<Draft> ssl = root.value(LvsRoot.SSL);
        return ssl.isEmpty() ? Optional.empty()
                : Optional.of(new TlsSpec(ssl.get().value(SslKeywords.CA), ssl.get().value(SslKeywords.CERTIFICATE),
                        ssl.get().value(SslKeywords.KEY), ssl.get().value(SslKeywords.PASSWORD)));
    }
}
