package io.holdfast.daemon.vrrp;

import io.holdfast.node.NodeSpec;
import io.holdfast.supervise.GlobalSpec;

/// The part of a configuration this process runs on.
record VrrpConfig(GlobalSpec global, NodeSpec node) {}
