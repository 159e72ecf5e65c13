package org.tessera.badge;

import static org.tessera.db.Tables.BADGE_TOKEN_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.tessera.account.DistrictId;

/** The keys that tokens are signed with. None is ever deleted. */
@Repository
class TokenKeyStore implements TokenKeys {

    private final DSLContext db;

    TokenKeyStore(DSLContext db) {
        this.db = db;
    }

    /** A key with its sealed private half. */
    record Stored(TokenKey published, byte[] sealed) {}

    void add(DistrictId district, TokenKey key, byte[] sealed) {
        db.insertInto(BADGE_TOKEN_KEY)
                .set(BADGE_TOKEN_KEY.ID, UUID.randomUUID())
                .set(BADGE_TOKEN_KEY.DISTRICT_ID, district.value())
                .set(BADGE_TOKEN_KEY.METHOD, key.method())
                .set(BADGE_TOKEN_KEY.CONTROLLER, key.controller())
                .set(BADGE_TOKEN_KEY.THUMBPRINT, key.key().thumbprint())
                .set(BADGE_TOKEN_KEY.PUBLIC_KEY, key.key().key().getEncoded())
                .set(BADGE_TOKEN_KEY.SEALED, sealed)
                .set(BADGE_TOKEN_KEY.FROM_AT, key.from())
                .execute();
    }

    /** From now on no key that this district has for tokens signs. */
    void retire(DistrictId district, Instant at) {
        retire(BADGE_TOKEN_KEY.DISTRICT_ID.eq(district.value()), at);
    }

    /** The same for one key. */
    void retire(TokenKey key, Instant at) {
        retire(BADGE_TOKEN_KEY.THUMBPRINT.eq(key.key().thumbprint()), at);
    }

    private void retire(Condition which, Instant at) {
        db.update(BADGE_TOKEN_KEY)
                .set(BADGE_TOKEN_KEY.UNTIL_AT, at)
                .where(which, BADGE_TOKEN_KEY.UNTIL_AT.isNull())
                .execute();
    }

    /** The key that signs for an issuer of this district, the newest if two nodes made one at the same moment. */
    Optional<Stored> current(DistrictId district, String controller) {
        return fetch(BADGE_TOKEN_KEY
                        .DISTRICT_ID
                        .eq(district.value())
                        .and(BADGE_TOKEN_KEY.CONTROLLER.eq(controller))
                        .and(BADGE_TOKEN_KEY.UNTIL_AT.isNull()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<TokenKey> named(String method) {
        // exactly so: the database does not tell capitals apart
        return published(BADGE_TOKEN_KEY.METHOD.eq(method))
                .filter(key -> key.method().equals(method));
    }

    @Override
    public Optional<TokenKey> same(JsonWebKey key) {
        return published(BADGE_TOKEN_KEY.THUMBPRINT.eq(key.thumbprint()))
                .filter(one -> one.key().equals(key));
    }

    /** A key of a district by the name that follows from it. */
    Optional<TokenKey> find(DistrictId district, String thumbprint) {
        return published(
                        BADGE_TOKEN_KEY.DISTRICT_ID.eq(district.value()).and(BADGE_TOKEN_KEY.THUMBPRINT.eq(thumbprint)))
                .filter(key -> key.key().thumbprint().equals(thumbprint));
    }

    /** All keys of an issuer, the newest first. */
    List<TokenKey> of(String controller) {
        return fetch(BADGE_TOKEN_KEY.CONTROLLER.eq(controller)).stream()
                .map(Stored::published)
                .toList();
    }

    /** Every key there ever was, the newest first. */
    List<Stored> all() {
        return fetch(DSL.noCondition());
    }

    private Optional<TokenKey> published(Condition condition) {
        return fetch(condition).stream().map(Stored::published).findFirst();
    }

    private List<Stored> fetch(Condition condition) {
        return db.select()
                .from(BADGE_TOKEN_KEY)
                .where(condition)
                .orderBy(BADGE_TOKEN_KEY.FROM_AT.desc(), BADGE_TOKEN_KEY.ID)
                .fetch(row -> new Stored(
                        new TokenKey(
                                row.get(BADGE_TOKEN_KEY.METHOD),
                                row.get(BADGE_TOKEN_KEY.CONTROLLER),
                                JsonWebKey.ofEncoded(row.get(BADGE_TOKEN_KEY.PUBLIC_KEY)),
                                row.get(BADGE_TOKEN_KEY.FROM_AT),
                                Optional.ofNullable(row.get(BADGE_TOKEN_KEY.UNTIL_AT))),
                        row.get(BADGE_TOKEN_KEY.SEALED)));
    }
}
