package org.tessera.material;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps files by the hash of their bytes, each once. In a folder, or in a bucket that several nodes share.
 *
 * <p>Who may still need a file is not known here: {@link MaterialFiles} asks the database before it deletes.
 */
interface FileStore {

    /**
     * Keeps a copy of a file. When this returns the bytes survive a power cut; when it throws, or the machine dies on
     * the way, no half of a file can ever be read under this hash. Storing what is there already does nothing.
     *
     * @param hash of the bytes of the file
     */
    void put(Sha256 hash, Path file) throws IOException;

    /**
     * The bytes of a file, if there is one.
     *
     * @throws IOException also when the bytes are no longer those that were stored
     */
    Optional<byte[]> read(Sha256 hash) throws IOException;

    /** Deletes a file; nothing happens if there is none. */
    void delete(Sha256 hash) throws IOException;
}
