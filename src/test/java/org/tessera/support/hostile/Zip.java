package org.tessera.support.hostile;

import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed folders. */
final class Zip {

    private Zip() {}

    static byte[] of(String name, byte[] content) {
        return of(Map.of(name, content), "");
    }

    static byte[] of(Map<String, byte[]> files, String remark) {
        return Bytes.written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                if (!remark.isEmpty()) {
                    zip.setComment(remark);
                }
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /** One file of so many zeros. */
    static byte[] bomb(String name, long zeros) {
        return Bytes.written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                Bytes.zeros(zip, zeros);
            }
        });
    }

    /** One file that is not packed, as packages have them, with anything wrong in its local and its central entry. */
    static byte[] stored(String name, byte[] content, int flags, int localSize, int centralSize, int attributes) {
        byte[] called = Bytes.latin(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        byte[] same = Bytes.join(
                le(20, flags, 0, 0, 0x21),
                Bytes.little((int) sum.getValue(), localSize, localSize),
                le(called.length, 0));
        byte[] local = Bytes.join(Bytes.latin("PK\3\4"), same, called, content);
        byte[] central = Bytes.join(
                Bytes.latin("PK\1\2"),
                le(0x314, 20, flags, 0, 0, 0x21),
                Bytes.little((int) sum.getValue(), centralSize, centralSize),
                le(called.length, 0, 0, 0, 0),
                Bytes.little(attributes, 0),
                called);
        return Bytes.join(
                local,
                central,
                Bytes.latin("PK\5\6"),
                le(0, 0, 1, 1),
                Bytes.little(central.length, local.length),
                le(0));
    }

    private static byte[] le(int... numbers) {
        byte[] bytes = new byte[2 * numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[2 * i] = (byte) numbers[i];
            bytes[2 * i + 1] = (byte) (numbers[i] >> 8);
        }
        return bytes;
    }
}
