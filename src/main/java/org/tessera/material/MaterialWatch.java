package org.tessera.material;

import java.util.List;

/** Who is told of what is brought, and asked before a page is shown. A feature that guards privacy is one. */
public interface MaterialWatch {

    /**
     * Something was brought and is kept.
     *
     * @param fileName as it came; it is not kept
     * @param traces what the file said in words, not kept either
     */
    void brought(Material material, String fileName, List<Trace> traces);

    /** Something was removed for good. */
    void removed(Material material);

    /** Whether nobody may be shown its pages now, but by whoever holds them back. */
    boolean holdsBack(MaterialId material);
}
