/** The page on which a submission is taken to its platform. */
@NullMarked
package org.tessera.portfolio.ui;

import org.jspecify.annotations.NullMarked;
