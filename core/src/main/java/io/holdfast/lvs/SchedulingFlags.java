package io.holdfast.lvs;

/// Flags of a service that concern its scheduler. For `sh` and `mh`, the first is "fallback", the second "port".
///
/// @param first     `flag-1`, IP_VS_SVC_F_SCHED1 of linux/ip_vs.h
/// @param second    `flag-2`, IP_VS_SVC_F_SCHED2
/// @param third     `flag-3`, IP_VS_SVC_F_SCHED3
/// @param onePacket `ops`, IP_VS_SVC_F_ONEPACKET: each packet is scheduled anew
public record SchedulingFlags(boolean first, boolean second, boolean third, boolean onePacket) {
    public static final SchedulingFlags NONE = new SchedulingFlags(false, false, false, false);
}
