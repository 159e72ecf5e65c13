/** Micro-credentials as data: parts, criteria, rubric rows and rules, read from {@code seeds/credentials}. */
@NullMarked
package org.tessera.credential;

import org.jspecify.annotations.NullMarked;
