/** The page of a district's reports. */
@NullMarked
package org.tessera.report.ui;

import org.jspecify.annotations.NullMarked;
