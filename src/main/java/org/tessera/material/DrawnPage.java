package org.tessera.material;

import java.nio.file.Path;

/**
 * A page on its way to the store.
 *
 * @param file a PNG in the work folder
 * @param bytes the length of the file
 * @param width in pixels
 * @param height in pixels
 */
record DrawnPage(Path file, Sha256 hash, long bytes, int width, int height) {}
