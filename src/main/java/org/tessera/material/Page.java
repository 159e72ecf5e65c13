package org.tessera.material;

/**
 * One page as people see it.
 *
 * @param png the picture; it holds pixels and nothing else
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the store to the response, never compared
public record Page(byte[] png, int width, int height) {}
