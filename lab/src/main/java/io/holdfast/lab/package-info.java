/// A small library for running daemons on a real kernel: namespaces, bridges, captures, whoever speaks VRRP.
///
/// Everything is made and ended by name or pid, so that labs run side by side and beside a machine's own network.
/// What happens is awaited on a [Timeline], never slept for. Start at [Lab].
@NullMarked
package io.holdfast.lab;

import org.jspecify.annotations.NullMarked;
