package org.tessera.support.hostile;

import static org.tessera.support.hostile.Bytes.big;
import static org.tessera.support.hostile.Bytes.hex;
import static org.tessera.support.hostile.Bytes.join;
import static org.tessera.support.hostile.Bytes.latin;
import static org.tessera.support.hostile.Bytes.little;

import java.nio.ByteBuffer;

/** Recordings whose parts are longer than the file, lie in themselves, or have no length. */
final class HostileRecordings {

    private HostileRecordings() {}

    static byte[] box(String name, byte[] content) {
        return join(big(content.length + 8), latin(name), content);
    }

    /** A small sound film with more in its head. */
    static byte[] mp4(byte[]... more) {
        byte[] header = box("mvhd", join(new byte[12], big(1_000, 60_000), new byte[80]));
        return join(
                box("ftyp", latin("isom\0\0\0\0isommp42")),
                box("mdat", new byte[200]),
                box("moov", join(header, join(more))));
    }

    /** A small sound hum with more behind it. */
    static byte[] wav(byte[]... more) {
        byte[] rest = join(more);
        return join(
                latin("RIFF"),
                little(36 + 800 + rest.length),
                latin("WAVEfmt "),
                little(16),
                hex("0100 0100"),
                little(8_000, 16_000),
                hex("0200 1000"),
                latin("data"),
                little(800),
                new byte[800],
                rest);
    }

    static void into(HostileFiles all) {
        all.add(
                "MP4 with a box of length 0 at its head",
                "work.mp4",
                () -> join(box("ftyp", latin("isom\0\0\0\0")), big(0), latin("moov")));
        all.add(
                "MP4 with a box of length 1 without its size",
                "work.mp4",
                () -> join(box("ftyp", latin("isom\0\0\0\0")), big(1), latin("moov")));
        all.add(
                "MP4 with a box of length 4",
                "work.mp4",
                () -> join(box("ftyp", latin("isom\0\0\0\0")), big(4), latin("moov"), mp4()));
        all.add(
                "MP4 with a box below nothing",
                "work.mp4",
                () -> join(
                        box("ftyp", latin("isom\0\0\0\0")),
                        big(1),
                        latin("mdat"),
                        ByteBuffer.allocate(8).putLong(-16).array()));
        all.add(
                "MP4 with a box of nine quintillion",
                "work.mp4",
                () -> join(
                        box("ftyp", latin("isom\0\0\0\0")),
                        big(1),
                        latin("moov"),
                        ByteBuffer.allocate(8).putLong(Long.MAX_VALUE).array()));
        all.add("MP4 of ten thousand boxes, each in the other", "work.mp4", () -> {
            byte[] heads = new byte[80_000];
            ByteBuffer into = ByteBuffer.wrap(heads);
            for (int i = 0; i < 10_000; i++) {
                into.putInt(heads.length - 8 * i).put(latin("udta"));
            }
            return mp4(heads);
        });
        all.add(
                "MP4 of a million empty boxes",
                "work.mp4",
                () -> mp4(Bytes.repeat(box("free", new byte[0]), 1_000_000)));
        all.add(
                "MP4 that lasts no time at a speed of nothing",
                "work.mp4",
                () -> join(
                        box("ftyp", latin("isom\0\0\0\0isom")),
                        box("moov", box("mvhd", new byte[100])),
                        box("mdat", new byte[9])));
        all.add("MP4 that is only its mark", "work.mp4", () -> box("ftyp", latin("isom")));
        all.add("film of QuickTime", "work.mov", () -> join(box("ftyp", latin("qt  \0\0\0\0")), mp4()));
        all.add(
                "WAV that says it is 4 GB",
                "work.wav",
                () -> join(latin("RIFF"), little(-1), latin("WAVEdata"), little(-1)));
        all.add(
                "WAV of a thousand empty pieces",
                "work.wav",
                () -> wav(Bytes.repeat(join(latin("junk"), little(0)), 100_000)));
        all.add("WAV with a piece that goes back", "work.wav", () -> wav(join(latin("LIST"), little(-8))));
        all.add("WAV that is only its mark", "work.wav", () -> latin("RIFF\0\0\0\0WAVE"));
        all.add(
                "MP3 with a title of 256 MB",
                "work.mp3",
                () -> join(latin("ID3\4\0\0"), hex("7F7F7F7F"), hex("FFFB9000")));
        all.add(
                "MP3 with an unending row of titles",
                "work.mp3",
                () -> Bytes.repeat(latin("ID3\4\0\0\0\0\0\0"), 10_000));
        all.add("MP3 that is only its mark", "work.mp3", () -> latin("ID3"));
        all.add("MP3 that is only a frame's head", "work.mp3", () -> hex("FFFB9000"));
        all.add("WebM that has no length", "work.webm", () -> join(hex("1A45DFA3 01FFFFFFFFFFFFFF"), latin("webm")));
        all.add(
                "Ogg of unending pages",
                "work.ogg",
                () -> Bytes.repeat(join(latin("OggS"), new byte[22], hex("FF")), 10_000));
        all.add(
                "list of places to play",
                "work.m3u8",
                () -> latin("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n" + all.trap() + "/list"));
        all.add("script of FLV", "work.flv", () -> join(latin("FLV\1\5"), new byte[20]));
    }
}
