package org.tessera.exhibit;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;

/** Recordings that somebody uploaded, for tests of what is done with them. */
@Component
public class Recorded {

    private static final int RATE = 8000;

    private final Uploads uploads;
    private final Exhibits exhibits;

    Recorded(Uploads uploads, Exhibits exhibits) {
        this.uploads = uploads;
        this.exhibits = exhibits;
    }

    /** A hum of some seconds, uploaded by {@code owner}. */
    public Exhibit hum(TeamId team, PersonId owner, String title, int seconds) {
        byte[] bytes = wav(seconds);
        UploadDraft draft = new UploadDraft(team, title, ExhibitKind.AUDIO, bytes.length, true);
        ExhibitId id =
                ((UploadAnswer.Going) uploads.begin(owner, draft)).upload().id();
        uploads.append(owner, id, 0, bytes.length, new ByteArrayInputStream(bytes));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> exhibits.find(id, owner)
                .isPresent());
        return exhibits.find(id, owner).orElseThrow();
    }

    /** A sound file of one quiet note: 16 bit, mono. */
    static byte[] wav(int seconds) {
        int samples = RATE * seconds;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(text("RIFF")).putInt(36 + samples * 2).put(text("WAVE"));
        wav.put(text("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(text("data")).putInt(samples * 2);
        for (int n = 0; n < samples; n++) {
            wav.putShort((short) (2000 * Math.sin(2 * Math.PI * 220 * n / RATE)));
        }
        return wav.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
