/** What goes wrong between people and the server, done on purpose; and a judge of what people were told meanwhile. */
@NullMarked
package org.tessera.bench.fault;

import org.jspecify.annotations.NullMarked;
