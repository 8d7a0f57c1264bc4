package io.holdfast.vrrp;

import java.util.OptionalInt;

/// Switches of an instance, all off by default.
///
/// @param skipAddressCheck     `skip_check_adv_addr`: a backup compares address lists only for a new master
/// @param lowerPrioNoAdvert    `lower_prio_no_advert`: do not answer an advertisement of lower priority
/// @param higherPrioSendAdvert `higher_prio_send_advert`: advertise once more before yielding
/// @param ownerIgnoreAdverts   `owner_ignore_adverts`: an owner discards every advertisement
/// @param dontTrackPrimary     `dont_track_primary`: the state of the instance's own interface is no fault
/// @param checksumAsV2         `v3_checksum_as_v2`: no pseudo header in a VRRPv3 IPv4 checksum
/// @param timerExpiredBackup   `timer_expired_backup`: a master that overslept gives way to whoever took over, who has
///                             at most this priority
public record VrrpOptions(boolean skipAddressCheck, boolean lowerPrioNoAdvert, boolean higherPrioSendAdvert,
        boolean ownerIgnoreAdverts, boolean dontTrackPrimary, boolean checksumAsV2, OptionalInt timerExpiredBackup) {

    public static final VrrpOptions DEFAULT = new VrrpOptions(false, false, false, false, false, false);

    /// The switches that are either on or off.
    public VrrpOptions(boolean skipAddressCheck, boolean lowerPrioNoAdvert, boolean higherPrioSendAdvert,
            boolean ownerIgnoreAdverts, boolean dontTrackPrimary, boolean checksumAsV2) {
        this(skipAddressCheck, lowerPrioNoAdvert, higherPrioSendAdvert, ownerIgnoreAdverts, dontTrackPrimary,
                checksumAsV2, OptionalInt.empty());
    }
}
