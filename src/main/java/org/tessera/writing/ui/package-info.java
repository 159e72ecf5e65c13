/** The field people write in, for every page that has one. */
@NullMarked
package org.tessera.writing.ui;

import org.jspecify.annotations.NullMarked;
