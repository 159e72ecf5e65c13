package org.tessera.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * How turns go round in a phase.
 *
 * @param turn the length of one turn, the same for everybody; empty if a turn lasts until it is handed on. Time left of
 *     a turn is silence, not a skip.
 * @param rotate whether each repetition of the phase starts one person further on
 * @param noRepeats whether what has been said already is joined to what says it, instead of standing there twice
 */
public record Round(Optional<Duration> turn, boolean rotate, boolean noRepeats) {}
