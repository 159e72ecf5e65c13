/**
 * Reports for a district: progress through stacks, time to result, attempts, agreement, rows that need work, badges. Groups
 * of fewer than five are not shown, nor what they could be worked out from.
 */
@NullMarked
package org.tessera.report;

import org.jspecify.annotations.NullMarked;
