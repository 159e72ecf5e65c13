/**
 * What a team finds out about what is needed before it plans: notes of interviews, and short surveys that anybody with the
 * link answers, without an account and without a trace of who it was.
 */
@NullMarked
package org.tessera.needs;

import org.jspecify.annotations.NullMarked;
