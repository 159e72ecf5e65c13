package org.tessera.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Something that is measured, in one call together with what it is compared with. */
interface Trial {

    /** The word it is asked for by, and under which its figures are kept. */
    String name();

    /** Runs it once. Everything it starts has ended when it returns. */
    void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception;
}
