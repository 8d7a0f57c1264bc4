/// Takes alert mails to the mail server (`daemon.md` 5.7): what they say was decided before, when they are tried again
/// is decided by who calls. The one class is [io.holdfast.mail.SmtpCarrier].
@NullMarked
package io.holdfast.mail;

import org.jspecify.annotations.NullMarked;
