/** Mail to people: sent where a mail server is configured, and kept to be read in the product in any case. */
@NullMarked
package org.tessera.mail;

import org.jspecify.annotations.NullMarked;
