package org.tessera.nodes;

/** Carries news to the other nodes. */
interface Post {

    /**
     * Sends it off.
     *
     * @throws RuntimeException if it surely or possibly was not
     */
    void send(News news);
}
