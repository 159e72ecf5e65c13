package org.tessera.room;

import java.util.List;

/** One accepted event on its way: as recorded, what it changes, and what it tells. */
record Step(Recorded recorded, List<Change> changes, Telling telling) {}
