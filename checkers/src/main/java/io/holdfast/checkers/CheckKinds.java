package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckKind;
import java.util.List;

/// All kinds of check there are.
public final class CheckKinds {
    public static final List<CheckKind> ALL = List.of(
            new MiscCheck.Kind(),
            new SmtpCheck.Kind(),
            new TcpCheck.Kind(),
            new PingCheck.Kind(),
            new UdpCheck.Kind(),
            new HttpCheck.Kind(HttpCheck.Scheme.HTTP),
            new HttpCheck.Kind(HttpCheck.Scheme.HTTPS),
            new DnsCheck.Kind(),
            new FileCheck.Kind(),
            new BfdCheck.Kind());

    private CheckKinds() {}
}
