package io.holdfast.config.lvs;

import io.holdfast.base.IpAddress;

/// All addresses from one to another.
record AddressRange(IpAddress first, IpAddress last) {}
