/** The evidence page: the matrix, its list form and the dialog for a link. */
@NullMarked
package org.tessera.submission.ui;

import org.jspecify.annotations.NullMarked;
