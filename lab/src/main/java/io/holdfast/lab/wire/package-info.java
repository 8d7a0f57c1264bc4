/// What passes on a lab's wire: a pcap stream read into advertisements and ARP packets.
///
/// The lab decodes by itself, on purpose: it shares no code with what it tests. Start at [PcapReader].
@NullMarked
package io.holdfast.lab.wire;

import org.jspecify.annotations.NullMarked;
