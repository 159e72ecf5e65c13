/** What tests share: a real database, the running application, a browser. */
@NullMarked
package org.tessera.support;

import org.jspecify.annotations.NullMarked;
