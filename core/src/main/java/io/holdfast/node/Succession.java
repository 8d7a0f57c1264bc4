package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Resumption;
import io.holdfast.vrrp.VrrpEvent;
import java.util.List;
import java.util.Optional;

/// Takes up what the process before this one held, where the others on the network cannot have noticed its end yet.
final class Succession {
    private final LinkTable kernel;
    private final Stepper stepper;

    Succession(LinkTable kernel, Stepper stepper) {
        this.kernel = kernel;
        this.stepper = stepper;
    }

    /// @param instance prepared, without faults, and not begun
    /// @return whether it is master now
    boolean resume(Instance instance, Memory memory, MonoTime now) {
        Optional<Memory.Mastership> held = memory.of(instance.spec());
        if (held.isEmpty()
                || !Resumption.isInTime(instance.spec(), held.get().lastAdvert(), held.get().interval(), now)) {
            return false;
        }
        boolean missing = !AddressDifference.between(List.of(), instance.placed, kernel).add().isEmpty();
        stepper.step(instance, new VrrpEvent.Resumed(held.get().since(), held.get().lastAdvert(), missing), now);
        return true;
    }
}
