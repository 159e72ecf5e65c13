/** What may be told of something that broke, without what people had put into it. */
@NullMarked
package org.tessera.failure;

import org.jspecify.annotations.NullMarked;
