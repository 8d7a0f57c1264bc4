/// What is said about a configuration: problems with their severity and exit code, shown with the line they are in. A
/// secret never gets here.
@NullMarked
package io.holdfast.config.finding;

import org.jspecify.annotations.NullMarked;
