package org.tessera.support.hostile;

import java.util.function.Supplier;

/**
 * A file that means harm, or may do some.
 *
 * @param what what it tries, in words
 * @param name what it calls itself
 * @param type the media type its sender claims
 * @param content makes its bytes when they are wanted, so that large ones are not all in memory
 */
public record HostileFile(String what, String name, String type, Supplier<byte[]> content) {

    /** Its bytes. */
    public byte[] bytes() {
        return content.get();
    }

    @Override
    public String toString() {
        return what + " (" + name.substring(0, Math.min(60, name.length())).replaceAll("\\p{Cntrl}", "?") + ")";
    }
}
