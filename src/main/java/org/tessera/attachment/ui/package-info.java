/** What people see of attachments. */
@NullMarked
package org.tessera.attachment.ui;

import org.jspecify.annotations.NullMarked;
