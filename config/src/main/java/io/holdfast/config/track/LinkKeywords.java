package io.holdfast.config.track;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.track.LinkDelay;

/// The lines of `interface_up_down_delays` and `linkbeat_interfaces`.
final class LinkKeywords {
    static final Block DELAY_ENTRY = Block.plain("interface_up_down_delays");
    static final Block LINKBEAT_ENTRY = Block.plain("linkbeat_interfaces");
    private static final Rows POLLED = LINKBEAT_ENTRY.rows(Effect.EFFECTIVE);

    static final Keyword<LinkDelay> DELAY = DELAY_ENTRY.rows(Effect.EFFECTIVE).leadPhrase(new DelayPhrase(),
            "An interface, the seconds that it has to be down, and those that it has to be up.");

    static final Keyword<String> INTERFACE = POLLED.lead(Values.INTERFACE, "An interface to ask.");
    static final Keyword<Boolean> MII = POLLED.flag("MII", "By the registers of its transceiver.");
    static final Keyword<Boolean> ETHTOOL = POLLED.flag("ETHTOOL", "By ethtool.");
    static final Keyword<Boolean> IOCTL = POLLED.flag("IOCTL", "By its flags.");

    private LinkKeywords() {}
}
