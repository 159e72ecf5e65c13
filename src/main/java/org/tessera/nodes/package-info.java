/**
 * Several nodes of one installation, in the profile {@code cluster}: what one of them writes, the others hear of through
 * RabbitMQ, and look up in the database all the same, so that an announcement that gets lost costs time and nothing else.
 *
 * @see "Decision: docs/decisions/several-nodes.md"
 */
@NullMarked
package org.tessera.nodes;

import org.jspecify.annotations.NullMarked;
