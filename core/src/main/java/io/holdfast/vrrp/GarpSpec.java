package io.holdfast.vrrp;

import java.time.Duration;

/// When the addresses of a master are announced by gratuitous ARP (IPv4) or unsolicited neighbour
/// advertisement (IPv6); `vrrp.md` 4.3.
///
/// @param repeat            rounds in the burst on becoming master, at least 1
/// @param delay             wait before a second burst; zero for none
/// @param refresh           interval of the periodic announcement; zero for none
/// @param refreshRepeat     rounds of a periodic announcement, at least 1
/// @param lowerPrioRepeat   rounds after hearing a lower priority as master; zero for none
/// @param lowerPrioDelay    wait before the second burst after that; zero for none
public record GarpSpec(int repeat, Duration delay, Duration refresh, int refreshRepeat, int lowerPrioRepeat,
        Duration lowerPrioDelay) {

    public static final GarpSpec DEFAULT =
            new GarpSpec(5, Duration.ofSeconds(5), Duration.ZERO, 1, 5, Duration.ofSeconds(5));
}
