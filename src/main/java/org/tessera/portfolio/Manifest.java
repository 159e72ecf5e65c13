package org.tessera.portfolio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tessera.submission.FrozenAttachment;
import org.tessera.submission.FrozenEvidence;
import org.tessera.submission.HandIn;
import tools.jackson.databind.json.JsonMapper;

/** One checksum over everything an assessor reads and over what it was made of. */
final class Manifest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param credential the exact version
     * @param texts what the earner wrote, to the letter: two names may stand behind the same letter
     * @param evidence what is for which row, with its checksum, in the order in which it was handed in
     * @param attachments the same of what stands beside the texts
     * @param pictures the checksums of the pictures, which are not in {@code copy}
     */
    private record Canonical(
            String format,
            String credential,
            int attempt,
            List<String> texts,
            List<String> evidence,
            List<String> attachments,
            List<String> pictures,
            BlindCopy copy) {}

    private Manifest() {}

    /** The checksum in lower-case hex; {@code english} is the copy in English, whose own checksum does not count. */
    static String sha256(HandedIn handed, BlindCopy english) {
        HandIn what = handed.event().what();
        Canonical canonical = new Canonical(
                "tessera-blind-copy/1",
                handed.credential().ref().toString(),
                handed.event().attempt(),
                texts(handed),
                what.evidence().stream().map(Manifest::line).toList(),
                what.attachments().stream().map(FrozenAttachment::sha256).toList(),
                english.pictures().stream().map(Manifest::sha256).toList(),
                new BlindCopy(
                        english.answers(),
                        english.collaboration(),
                        english.changes(),
                        english.context(),
                        english.references(),
                        english.evidence(),
                        english.replays(),
                        List.of(),
                        ""));
        return sha256(JSON.writeValueAsString(canonical).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(HandedIn handed) {
        HandIn what = handed.event().what();
        List<String> texts = new ArrayList<>();
        what.answers().forEach(answer -> texts.add(answer.part() + "\n" + answer.text()));
        what.attachments().forEach(one -> texts.add(one.part() + "\n" + one.description() + "\n" + one.transcript()));
        texts.addAll(List.of(
                what.collaboration(), handed.event().changes(), handed.event().context()));
        texts.addAll(what.references());
        return texts;
    }

    private static String line(FrozenEvidence piece) {
        return String.join(
                "\n", piece.criterion(), piece.item().orElse(""), piece.sha256(), piece.part(), piece.annotation());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
