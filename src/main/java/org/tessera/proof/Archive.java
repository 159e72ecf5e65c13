package org.tessera.proof;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tessera.proof.ZipForm.Placed;

/** A package's parts, where they lie in its file. Whatever is not exactly as packages are written is a bad link. */
final class Archive implements Closeable {

    private final FileChannel file;
    private final List<Placed> parts;

    private Archive(FileChannel file, List<Placed> parts) {
        this.file = file;
        this.parts = List.copyOf(parts);
    }

    static Archive open(Path path) throws IOException, BadLink {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new Archive(file, parts(file));
        } catch (IOException | BadLink | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    List<Placed> parts() {
        return parts;
    }

    InputStream open(Placed part) {
        return new BufferedInputStream(new Slice(file, part.content(), part.end()), 1 << 16);
    }

    /** All of a part that is known to be small. */
    byte[] bytes(Placed part) throws IOException {
        return read(file, part.content(), (int) part.size());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static List<Placed> parts(FileChannel file) throws IOException, BadLink {
        if (file.size() > ZipForm.LARGEST) {
            throw new BadLink("The file is larger than a package can be.");
        }
        List<Placed> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long at = 0;
        while (startsPart(file, at)) {
            Placed part = part(file, at);
            if (!names.add(part.name().toLowerCase(Locale.ROOT))) {
                throw new BadLink("There are two parts called \"" + part.name() + "\".");
            }
            if (names.size() > ZipForm.MOST_PARTS) {
                throw new BadLink("There are more parts than a package can have.");
            }
            parts.add(part);
            at = part.end();
        }
        if (parts.isEmpty()) {
            throw new BadLink("The file is no package: it does not begin like one.");
        }
        byte[] directory = ZipForm.directory(parts);
        if (file.size() - at != directory.length || !Arrays.equals(directory, read(file, at, directory.length))) {
            throw new BadLink("The table of contents behind the last part (\""
                    + parts.getLast().name() + "\") does not list exactly the parts before it.");
        }
        return parts;
    }

    private static boolean startsPart(FileChannel file, long at) throws IOException {
        return file.size() - at >= ZipForm.LOCAL_LENGTH
                && little(read(file, at, 4)).getInt() == ZipForm.LOCAL;
    }

    private static Placed part(FileChannel file, long at) throws IOException, BadLink {
        ByteBuffer head = little(read(file, at, ZipForm.LOCAL_LENGTH));
        int crc = head.getInt(14);
        long size = Integer.toUnsignedLong(head.getInt(22));
        int nameLength = Short.toUnsignedInt(head.getShort(26));
        if (at + ZipForm.LOCAL_LENGTH + nameLength + size > file.size()) {
            throw new BadLink("The part at byte " + at + " is cut off.");
        }
        String name = new String(read(file, at + ZipForm.LOCAL_LENGTH, nameLength), StandardCharsets.ISO_8859_1);
        if (!PartName.isPlain(name)) {
            throw new BadLink("A part has a name that packages do not use: \"" + shown(name) + "\".");
        }
        Placed part = new Placed(name, at, size, crc);
        byte[] expected = ZipForm.head(part);
        if (!Arrays.equals(expected, read(file, at, expected.length))) {
            throw new BadLink("The head of the part \"" + name + "\" is not as packages have it.");
        }
        return part;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^ -~]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return bytes.array();
    }

    /** A stretch of a file as a stream. */
    private static final class Slice extends InputStream {

        private final FileChannel file;
        private final long end;
        private long at;

        Slice(FileChannel file, long from, long end) {
            this.file = file;
            this.at = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            int got = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)), at);
            at += Math.max(0, got);
            return got;
        }
    }
}
