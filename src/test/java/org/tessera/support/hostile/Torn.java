package org.tessera.support.hostile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Sound files cut off somewhere, or with bits turned over. */
final class Torn {

    private static final long SEED = 20_261_123;

    private Torn() {}

    static void into(HostileFiles all) {
        Map<String, byte[]> sound = new LinkedHashMap<>();
        sound.put("work.pdf", HostilePdfs.sound());
        sound.put("work.png", Bytes.smallPng());
        sound.put("work.jpg", Bytes.smallJpeg());
        sound.put("work.mp4", HostileRecordings.mp4());
        sound.put("work.wav", HostileRecordings.wav());
        Random chance = new Random(SEED);
        sound.forEach((name, bytes) -> {
            for (int cut : new int[] {bytes.length / 4, bytes.length / 2, bytes.length - 3}) {
                all.add("cut off after " + cut + " bytes", name, () -> Arrays.copyOf(bytes, cut));
            }
            for (int i = 0; i < 3; i++) {
                byte[] turned = bytes.clone();
                for (int bits = 1 + chance.nextInt(20); bits > 0; bits--) {
                    int at = 12 + chance.nextInt(turned.length - 12);
                    turned[at] ^= (byte) (1 << chance.nextInt(8));
                }
                all.add("with bits turned over", name, () -> turned);
            }
        });
    }
}
