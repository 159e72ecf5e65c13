package org.tessera.yaml;

import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Composes no deeper than any file of ours is: each level takes a piece of the thread's stack, here and with all who read on. */
final class ShallowComposer extends Composer {

    private static final int DEEPEST = 40;

    private int depth;

    ShallowComposer(LoadSettings settings, String text) {
        super(settings, new ParserImpl(settings, new StreamReader(settings, text)));
    }

    @Override
    protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
        return below(() -> super.composeSequenceNode(anchor));
    }

    @Override
    protected Node composeMappingNode(Optional<Anchor> anchor) {
        return below(() -> super.composeMappingNode(anchor));
    }

    private <N extends Node> N below(Supplier<N> composed) {
        if (depth == DEEPEST) {
            throw new ComposerException(
                    "",
                    Optional.empty(),
                    "too many levels, one in the other",
                    parser.peekEvent().getStartMark());
        }
        depth++;
        try {
            return composed.get();
        } finally {
            depth--;
        }
    }
}
