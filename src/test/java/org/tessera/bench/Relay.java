package org.tessera.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The same fan-out through the product and through its peers. */
record Relay(String name, List<FanOut> loads, List<Peer.Kind> peers) implements Trial {

    @Override
    public void run(Installation installation, Path folder, Consumer<Figures> figures) throws Exception {
        for (FanOut load : loads) {
            try (Tesseras product =
                    Tesseras.start(installation, folder.resolve(load.label()), load.rooms(), load.people())) {
                figures.accept(load.run(name, product));
            }
            for (Peer.Kind kind : peers) {
                try (Peer peer = Peer.start(kind, installation, folder)) {
                    figures.accept(load.run(name, peer));
                }
            }
        }
    }
}
