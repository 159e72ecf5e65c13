package org.tessera.privacy;

/** Whatever has a title that is cleared together with a piece of work. Whatever keeps such gives one, as a Spring bean. */
@FunctionalInterface
public interface Titled {

    /** Calls {@code subject}, or what shows it, by another title; nothing happens for what it does not keep. */
    void rename(Subject subject, String title);
}
