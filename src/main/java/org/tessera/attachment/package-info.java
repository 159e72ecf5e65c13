/** Attachments: what somebody spoke, drew or photographed beside a text of a submission. */
@NullMarked
package org.tessera.attachment;

import org.jspecify.annotations.NullMarked;
