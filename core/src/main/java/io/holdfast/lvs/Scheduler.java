package io.holdfast.lvs;

import java.util.Locale;

/// How IPVS picks a real server.
public enum Scheduler {
    RR, WRR, LC, WLC, LBLC, SH, MH, DH, FO, OVF, LBLCR, SED, NQ, TWOS;

    /// What the kernel and the configuration call it.
    public String kernelName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
