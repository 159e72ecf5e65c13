package org.tessera.room;

import static org.tessera.db.Tables.NOTE_CLAIM;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.tessera.room.Entity.Claim;
import org.tessera.room.Entity.Note;

/**
 * What only its writer may read of anonymous notes, each encrypted for that person: AES-GCM under a key of the person,
 * filled up to one of few lengths. Whose a row is, only trying that person's key tells.
 */
final class ClaimStore {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOCK = 1024;

    private final DSLContext db;
    private final ClaimKey key;

    ClaimStore(DSLContext db, ClaimKey key) {
        this.db = db;
        this.key = key;
    }

    /** A row's content. */
    private record Kept(Optional<Note> draft, Optional<Claim> claim) {}

    Query save(RoomId room, Note draft) {
        return save(room, draft.by(), draft, new Kept(Optional.of(draft), Optional.empty()));
    }

    Query save(RoomId room, Claim claim) {
        return save(room, claim.by(), claim, new Kept(Optional.empty(), Optional.of(claim)));
    }

    private Query save(RoomId room, MemberId member, Entity entity, Kept kept) {
        byte[] sealed = sealed(key.of(room, member), RoomJson.write(kept));
        return db.insertInto(NOTE_CLAIM)
                .set(NOTE_CLAIM.ROOM_ID, room.value())
                .set(NOTE_CLAIM.ID, place(room, member, entity))
                .set(NOTE_CLAIM.SEALED, sealed)
                .onDuplicateKeyUpdate()
                .set(NOTE_CLAIM.SEALED, sealed);
    }

    Query delete(RoomId room, MemberId member, Entity entity) {
        return db.deleteFrom(NOTE_CLAIM)
                .where(NOTE_CLAIM.ROOM_ID.eq(room.value()).and(NOTE_CLAIM.ID.eq(place(room, member, entity))));
    }

    /** Rows lie where only their person finds them again. */
    private UUID place(RoomId room, MemberId member, Entity entity) {
        return new Lots(key.of(room, member)).draw(entity.ref().toString());
    }

    /** All that {@code members} have claimed in {@code room}. */
    List<Entity> load(RoomId room, Collection<MemberId> members) {
        List<Entity> all = new ArrayList<>();
        for (byte[] sealed : db.select(NOTE_CLAIM.SEALED)
                .from(NOTE_CLAIM)
                .where(NOTE_CLAIM.ROOM_ID.eq(room.value()))
                .fetch(NOTE_CLAIM.SEALED)) {
            members.stream()
                    .flatMap(member -> opened(key.of(room, member), sealed).stream())
                    .findFirst()
                    .map(json -> RoomJson.read(json, Kept.class))
                    .ifPresent(kept -> {
                        kept.draft().ifPresent(all::add);
                        kept.claim().ifPresent(all::add);
                    });
        }
        return all;
    }

    /** Forgets for good what {@code member} has claimed; the notes stay, and are nobody's. */
    void erase(RoomId room, MemberId member) {
        db.select(NOTE_CLAIM.ID, NOTE_CLAIM.SEALED)
                .from(NOTE_CLAIM)
                .where(NOTE_CLAIM.ROOM_ID.eq(room.value()))
                .fetch()
                .forEach(row -> {
                    if (opened(key.of(room, member), row.value2()).isPresent()) {
                        db.deleteFrom(NOTE_CLAIM)
                                .where(NOTE_CLAIM.ROOM_ID.eq(room.value()).and(NOTE_CLAIM.ID.eq(row.value1())))
                                .execute();
                    }
                });
    }

    /** {@code json}, encrypted under {@code key} and filled up to one of few lengths. */
    static byte[] sealed(byte[] key, String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] filled = Arrays.copyOf(text, Math.ceilDiv(text.length, BLOCK) * BLOCK);
        // JSON ends in spaces as well as without them.
        Arrays.fill(filled, text.length, filled.length, (byte) ' ');
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(filled);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a claim could not be sealed", e);
        }
    }

    /** The JSON in {@code sealed}; empty if it is another person's. */
    static Optional<String> opened(byte[] key, byte[] sealed) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE));
            return Optional.of(
                    new String(cipher.doFinal(sealed, NONCE, sealed.length - NONCE), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a claim could not be opened", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
