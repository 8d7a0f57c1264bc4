package io.holdfast.config.vrrp;

import io.holdfast.vrrp.VirtualAddress;
import java.util.ArrayList;
import java.util.List;

/// A [VirtualAddress] as a line of `virtual_ipaddress`. What is at its default is left out, but `dev` never is.
public final class AddressText {
    private AddressText() {}

    /// The line, as [AddressLines] would read it.
    public static String line(VirtualAddress address) {
        List<String> words = new ArrayList<>();
        words.add(address.prefix().toString());
        words.add(AddressKeywords.DEV + " " + address.interfaceName());
        if (address.scope() != 0) {
            words.add(AddressKeywords.SCOPE + " " + address.scope());
        }
        address.broadcast().ifPresent(broadcast -> words.add(AddressKeywords.BRD + " " + broadcast));
        address.label().ifPresent(label -> words.add(AddressKeywords.LABEL + " " + label));
        address.peer().ifPresent(peer -> words.add(AddressKeywords.PEER + " " + peer));
        AddressLines.flagKeywords(address).forEach(flag -> words.add(flag.name()));
        if (address.preferredSeconds() != VirtualAddress.usualPreference(address.prefix())) {
            words.add(AddressKeywords.PREFERRED_LFT + " " + address.preferredSeconds());
        }
        if (!address.tracked()) {
            words.add(AddressKeywords.NO_TRACK.name());
        }
        return String.join(" ", words);
    }

    public static List<String> lines(List<VirtualAddress> addresses) {
        return addresses.stream().map(AddressText::line).toList();
    }

    /// The short form, enough to find the address in the output of `ip`.
    public static String where(VirtualAddress address) {
        return address.prefix() + " dev " + address.interfaceName();
    }
}
