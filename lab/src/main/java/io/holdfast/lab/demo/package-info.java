/// The demo: a failover from beginning to end in network namespaces of its own. Start at [Demo].
@NullMarked
package io.holdfast.lab.demo;

import org.jspecify.annotations.NullMarked;
