/** Evidence links: each person ties artifacts to the requirements and rubric rows of a credential. */
@NullMarked
package org.tessera.submission;

import org.jspecify.annotations.NullMarked;
