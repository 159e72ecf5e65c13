/** Pages of protocols: to choose one, read it, write it, and take it in from a file. */
@NullMarked
package org.tessera.protocol.ui;

import org.jspecify.annotations.NullMarked;
