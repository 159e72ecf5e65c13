/**
 * A MariaDB server of our own, started as a child process from unpacked binaries. Plain Java without a framework, because
 * the build uses the same classes before the product is compiled.
 */
@NullMarked
package org.tessera.shell.database;

import org.jspecify.annotations.NullMarked;
