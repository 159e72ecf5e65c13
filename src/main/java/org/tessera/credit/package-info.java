/**
 * Hours and credit: minutes in meetings, a table in which a district says what work yields, registration beforehand, and a
 * transcript of what was earned.
 */
@NullMarked
package org.tessera.credit;

import org.jspecify.annotations.NullMarked;
