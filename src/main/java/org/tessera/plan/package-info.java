/**
 * A team's plan for a term: which requirement of a stack is met in which meeting, led by whom, and what becomes of it when
 * dates move.
 */
@NullMarked
package org.tessera.plan;

import org.jspecify.annotations.NullMarked;
