/**
 * Open Badges 3.0: badges are issued, published by their earner, withdrawn by their issuer, and checked, ours and others', without
 * a request leaving the machine.
 */
@NullMarked
package org.tessera.badge;

import org.jspecify.annotations.NullMarked;
