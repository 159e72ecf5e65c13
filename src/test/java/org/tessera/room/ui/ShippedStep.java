package org.tessera.room.ui;

import java.util.stream.Stream;
import org.tessera.protocol.Grouping;
import org.tessera.protocol.Mistake;
import org.tessera.protocol.Mistake.Moment;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Phase;
import org.tessera.protocol.ShippedPacks;
import org.tessera.protocol.Visibility;
import org.tessera.room.Scene;
import tools.jackson.databind.json.JsonMapper;

/** A step of a shipped protocol, by name in failures. */
record ShippedStep(Pack pack, Phase phase) {

    private static final JsonMapper FRAMES = JsonMapper.builder().build();

    static Stream<ShippedStep> all() {
        return ShippedPacks.all().stream()
                .flatMap(pack -> pack.phases().stream().map(phase -> new ShippedStep(pack, phase)));
    }

    static ShippedStep of(String pack, String phase) {
        Pack read = ShippedPacks.read(pack);
        return new ShippedStep(read, read.phase(phase).orElseThrow());
    }

    /** Whether everybody sees at once what anybody does in it. */
    boolean isCommon() {
        return phase.visibility() == Visibility.OPEN && phase.grouping() == Grouping.ALL;
    }

    boolean tellsAt(Moment moment) {
        return phase.prompts().mistakes().stream().map(Mistake::moment).anyMatch(moment::equals);
    }

    /** A room in which it has just begun. */
    Scene begun() {
        return Scene.of(pack).in(phase);
    }

    /** What the facilitator's page shows of a scene. */
    static RoomPicture picture(Scene scene) {
        Folded folded = new Folded();
        scene.frames().stream().map(FRAMES::readTree).forEach(folded::take);
        return Picturing.of(folded).orElseThrow();
    }

    @Override
    public String toString() {
        return pack.ref().id() + ", " + phase.id();
    }
}
