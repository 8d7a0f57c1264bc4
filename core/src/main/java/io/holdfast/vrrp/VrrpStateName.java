package io.holdfast.vrrp;

/// The states as operators, scripts and dumps know them, with keepalived's numbers.
public enum VrrpStateName {
    INIT(0), BACKUP(1), MASTER(2), FAULT(3), DELETED(97), STOP(98);

    private final int number;

    VrrpStateName(int number) {
        this.number = number;
    }

    /// The number in JSON dumps and D-Bus signals.
    public int number() {
        return number;
    }
}
