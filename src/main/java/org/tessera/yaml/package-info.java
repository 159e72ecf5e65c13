/** YAML files that people write by hand: read with line numbers, checked against a JSON Schema, problems with a place. */
@NullMarked
package org.tessera.yaml;

import org.jspecify.annotations.NullMarked;
