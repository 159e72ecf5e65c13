package org.tessera.protocol;

import org.tessera.yaml.YamlFile;

/**
 * A sound pack that came with the product.
 *
 * @param text the YAML as written, comments and all
 * @param file the same, read
 */
record ShippedPack(Pack pack, String text, YamlFile file) {}
