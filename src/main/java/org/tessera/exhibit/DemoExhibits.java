package org.tessera.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tessera.account.DemoDistrict;
import org.tessera.account.DemoPart;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.privacy.ClearanceCommand;
import org.tessera.privacy.Clearances;
import org.tessera.privacy.Permission;
import org.tessera.privacy.Subject;

/** What people of the demo show besides: a picture, and a recording that waits for Ana to listen. Nobody waits for either. */
@Component
@Order(155)
@ConditionalOnBooleanProperty("tessera.demo")
class DemoExhibits implements DemoPart {

    static final String PICTURE = "Our board after the first meeting";
    static final String RECORDING = "How we say hello: the tune";

    private static final int RATE = 16_000;
    private static final double NOTE_SECONDS = 0.5;
    private static final double[] TUNE = {
        261.6, 329.6, 392, 329.6, 293.7, 349.2, 440, 349.2, 261.6, 329.6, 392, 523.3, 392, 329.6, 293.7, 261.6
    };

    private final Uploads uploads;
    private final Exhibits exhibits;
    private final Recordings recordings;
    private final Finishing finishing;
    private final Clearances clearances;

    DemoExhibits(
            Uploads uploads, Exhibits exhibits, Recordings recordings, Finishing finishing, Clearances clearances) {
        this.uploads = uploads;
        this.exhibits = exhibits;
        this.recordings = recordings;
        this.finishing = finishing;
        this.clearances = clearances;
    }

    @Override
    public void addTo(DemoDistrict demo) {
        TeamId team = demo.team().id();
        PersonId ana = demo.person("ana").id();
        PersonId ben = demo.person("ben").id();
        if (isMissing(ana, PICTURE)) {
            add(ana, new UploadDraft(team, PICTURE, ExhibitKind.PICTURE, 1, true), board(), _ -> {});
        }
        if (isMissing(ben, RECORDING)) {
            add(ben, new UploadDraft(team, RECORDING, ExhibitKind.AUDIO, 1, true), tune(), id -> asks(ben, id, ana));
        }
    }

    private boolean isMissing(PersonId owner, String title) {
        return exhibits.of(owner).stream().noneMatch(one -> one.title().equals(title))
                && uploads.of(owner).stream().noneMatch(one -> one.title().equals(title));
    }

    /** As an upload whose bytes have all come at once. */
    private void add(PersonId owner, UploadDraft said, byte[] bytes, Consumer<ExhibitId> then) {
        UploadDraft draft = new UploadDraft(said.team(), said.title(), said.kind(), bytes.length, said.isStated());
        if (uploads.begin(owner, draft) instanceof UploadAnswer.Going(var upload, var _)) {
            try {
                Files.write(recordings.place(upload.id()), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            finishing.begin(upload, () -> then.accept(upload.id()));
        }
    }

    private void asks(PersonId owner, ExhibitId id, PersonId second) {
        Subject subject = Subject.recording(id.value());
        for (ClearanceCommand command : List.of(
                new ClearanceCommand.Permit(new Permission(Permission.Giver.NOT_NEEDED, Optional.empty())),
                new ClearanceCommand.Ask(Optional.of(second)),
                new ClearanceCommand.BurnIn())) {
            clearances.act(owner, subject, command);
        }
    }

    /** Eight seconds of a tune: 16 bit, mono. */
    private static byte[] tune() {
        int perNote = (int) (RATE * NOTE_SECONDS);
        int bytes = TUNE.length * perNote * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(text("RIFF")).putInt(36 + bytes).put(text("WAVE"));
        wav.put(text("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(text("data")).putInt(bytes);
        for (double pitch : TUNE) {
            for (int n = 0; n < perNote; n++) {
                double fading = Math.exp(-4.0 * n / perNote);
                wav.putShort((short) (6000 * fading * Math.sin(2 * Math.PI * pitch * n / RATE)));
            }
        }
        return wav.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] board() {
        try (InputStream in = DemoExhibits.class.getResourceAsStream("/seeds/demo/board.png")) {
            if (in == null) {
                throw new IllegalStateException("The demo has no board.png");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
