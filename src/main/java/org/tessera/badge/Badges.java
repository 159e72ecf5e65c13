package org.tessera.badge;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Officers;
import org.tessera.account.PersonId;
import org.tessera.badge.BadgeStore.Kept;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;

/** Badges: awarded, shown by their earner, withdrawn by their issuer, checked by anybody. */
@Service
public class Badges {

    /** The longest that an earner can let everybody see a badge before having to say so again. */
    public static final Duration LONGEST_SHOWING = Duration.ofDays(3 * 365);

    /** The longest reason of an issuer, in characters. */
    public static final int LONGEST_REASON = 1_000;

    /** The longest id of a wallet, in characters. */
    public static final int LONGEST_WALLET_ID = WalletId.LONGEST;

    /** How long a status list may be relied on before it has to be asked for again. */
    private static final Duration LIST_LASTS = Duration.ofDays(1);

    private final BadgeStore store;
    private final Issuing issuing;
    private final KeyRing keys;
    private final TokenKeyStore tokenKeys;
    private final TokenRing tokens;
    private final Officers officers;
    private final Accounts accounts;
    private final Credentials credentials;
    private final PublicAddress address;
    private final InstantSource clock;
    private final BadgeForm form;
    private final DataIntegrity proofs;
    private final Verifier verifier;

    Badges(
            BadgeStore store,
            Issuing issuing,
            KeyRing keys,
            TokenKeyStore tokenKeys,
            TokenRing tokens,
            Officers officers,
            Accounts accounts,
            Credentials credentials,
            PublicAddress address,
            InstantSource clock) {
        this.store = store;
        this.issuing = issuing;
        this.keys = keys;
        this.tokenKeys = tokenKeys;
        this.tokens = tokens;
        this.officers = officers;
        this.accounts = accounts;
        this.credentials = credentials;
        this.address = address;
        this.clock = clock;
        this.form = new BadgeForm(address.toString());
        Statements statements = new Statements(Contexts.bundled());
        this.proofs = new DataIntegrity(statements);
        this.verifier = new Verifier(statements, keys, tokenKeys, this::standingOf);
    }

    /**
     * Issues the badge of an award, and that of the stack if it was the last one missing. The same award given again leads to
     * the badge it has led to before.
     *
     * @throws IllegalArgumentException if there is no such person, credential, row or level
     */
    @Transactional
    public Badge award(Award award) {
        Optional<Kept> before = store.awarded(
                award.earner(),
                award.credential().id().value(),
                award.credential().version(),
                award.manifestSha256());
        Kept badge = before.orElseGet(() -> issuing.issue(award));
        if (before.isEmpty()) {
            credentials.stackOf(award.credential().id()).ifPresent(stack -> complete(stack, award.earner()));
        }
        return read(badge);
    }

    private void complete(Stack stack, PersonId earner) {
        List<Kept> earned = store.of(earner).stream()
                .filter(badge -> standing(badge) != Standing.REVOKED)
                .toList();
        if (earned.stream()
                .anyMatch(badge -> badge.stack()
                        && badge.achievement().equals(stack.ref().id().value()))) {
            return;
        }
        List<Kept> parts = new ArrayList<>();
        for (CredentialId member : stack.members()) {
            Optional<Kept> part = earned.stream()
                    .filter(badge -> !badge.stack() && badge.achievement().equals(member.value()))
                    .findFirst();
            if (part.isEmpty()) {
                return;
            }
            parts.add(part.get());
        }
        issuing.issue(stack, earner, parts);
    }

    /** The badges of somebody, the newest first. */
    public List<Badge> of(PersonId earner) {
        return store.of(earner).stream().map(this::read).toList();
    }

    /** A badge of this person. */
    public Optional<Badge> find(BadgeId id, PersonId earner) {
        return store.find(id).filter(badge -> badge.earner().equals(earner)).map(this::read);
    }

    /** A badge that everybody may see now. What nobody may see and what there is not are the same nothing. */
    public Optional<Badge> shown(BadgeId id) {
        return store.find(id).map(this::read).filter(badge -> badge.isShownAt(clock.instant()));
    }

    /** The name that a shown badge is shown with, if its earner wants that. */
    public Optional<String> nameOn(Badge badge) {
        return badge.showing()
                .filter(showing -> showing.lastsAt(clock.instant()) && showing.named())
                .map(_ -> accounts.nameOf(badge.earner()));
    }

    /**
     * Lets everybody see a badge.
     *
     * @param named whether with the earner's name
     */
    @Transactional
    public ShowAnswer show(BadgeId id, PersonId earner, boolean named, Instant until) {
        Instant now = clock.instant();
        if (find(id, earner).isEmpty()) {
            return ShowAnswer.NOT_FOUND;
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SHOWING))) {
            return ShowAnswer.BAD_END;
        }
        store.show(id, new Showing(named, now, until));
        return ShowAnswer.SHOWN;
    }

    /** Takes that back: from now on nobody else sees the badge. */
    @Transactional
    public void hide(BadgeId id, PersonId earner) {
        if (find(id, earner).isPresent()) {
            store.hide(id);
        }
    }

    /** Whether this person acts as issuer for a district. */
    public boolean isIssuer(PersonId person) {
        return officers.districtOf(person).isPresent();
    }

    /** What the district of an issuer has issued, the newest first; nothing for anybody else. */
    public List<Badge> issued(PersonId issuer) {
        return officers.districtOf(issuer)
                .map(own -> store.issuedBy(own).stream().map(this::read).toList())
                .orElse(List.of());
    }

    /**
     * That something happened to a badge, for counting.
     *
     * @param deed what its issuer did with it; nothing for its being issued
     */
    public record Happened(PersonId earner, Optional<Deed.Kind> deed, Instant at) {}

    /** Everything that a district did with badges: issued them, and what came after. Nothing for who is no issuer. */
    @Transactional(readOnly = true)
    public List<Happened> happenings(PersonId issuer) {
        return officers.districtOf(issuer).stream()
                .flatMap(own -> store.issuedBy(own).stream())
                .flatMap(badge -> Stream.concat(
                        Stream.of(new Happened(badge.earner(), Optional.empty(), badge.issued())),
                        store.deeds(badge.id()).stream()
                                .map(deed -> new Happened(badge.earner(), Optional.of(deed.kind()), deed.at()))))
                .toList();
    }

    /** What was done with a badge, the oldest first; for its earner and its issuer. */
    public List<Deed> history(BadgeId id, PersonId reader) {
        return store.find(id)
                .filter(badge -> badge.earner().equals(reader) || officers.mayActFor(badge.district(), reader))
                .map(badge -> store.deeds(badge.id()))
                .orElse(List.of());
    }

    /** Revokes a badge for good, suspends it, or lifts a suspension. */
    @Transactional
    public DeedAnswer act(BadgeId id, PersonId by, Deed.Kind kind, String reason) {
        store.lock(id.value());
        Optional<Kept> badge = store.find(id).filter(one -> officers.mayActFor(one.district(), by));
        if (badge.isEmpty()) {
            return new DeedAnswer.Refused(DeedAnswer.Why.NOT_FOUND);
        }
        Optional<DeedAnswer.Why> no = refusal(own(badge.get().id()), kind, reason.strip());
        if (no.isPresent()) {
            return new DeedAnswer.Refused(no.get());
        }
        store.add(id, new Deed(kind, reason.strip(), by, clock.instant()));
        return new DeedAnswer.Done(read(badge.get()));
    }

    private static Optional<DeedAnswer.Why> refusal(Standing now, Deed.Kind kind, String reason) {
        if (reason.isEmpty()) {
            return Optional.of(DeedAnswer.Why.REASON_MISSING);
        }
        if (reason.length() > LONGEST_REASON) {
            return Optional.of(DeedAnswer.Why.REASON_TOO_LONG);
        }
        if (now == Standing.REVOKED) {
            return Optional.of(DeedAnswer.Why.ALREADY_REVOKED);
        }
        return switch (kind) {
            case REVOKED -> Optional.empty();
            case SUSPENDED ->
                now == Standing.SUSPENDED ? Optional.of(DeedAnswer.Why.ALREADY_SUSPENDED) : Optional.empty();
            case LIFTED -> now == Standing.SUSPENDED ? Optional.empty() : Optional.of(DeedAnswer.Why.NOT_SUSPENDED);
        };
    }

    /** Signs the badges of a district with a new key from now on; those signed before stay good. */
    @Transactional
    public void renewKey(DistrictId district) {
        keys.renew(district);
    }

    /** The same for the district a person acts for; false if they act for none. */
    @Transactional
    public boolean renewKey(PersonId issuer) {
        Optional<DistrictId> district = officers.districtOf(issuer);
        district.ifPresent(keys::renew);
        return district.isPresent();
    }

    /** Checks any credential, ours or another's, without asking anybody. */
    public Report verify(byte[] handedIn) {
        return verifier.check(handedIn, clock.instant());
    }

    /** The signed credential of a badge that everybody may see, or that is the reader's own. */
    public Optional<String> credential(BadgeId id, Optional<PersonId> reader) {
        return store.find(id)
                .filter(badge -> reader.filter(badge.earner()::equals).isPresent()
                        || shown(id).isPresent())
                .map(Kept::content);
    }

    /** The same as a PNG picture with the credential in it. */
    public Optional<byte[]> png(BadgeId id, Optional<PersonId> reader) {
        return credential(id, reader).map(content -> BakedPng.bake(BadgePicture.png(id.value()), content));
    }

    /** The same as an SVG picture with the credential in it. */
    public Optional<String> svg(BadgeId id, Optional<PersonId> reader) {
        return credential(id, reader).map(content -> BakedSvg.bake(BadgePicture.svg(id.value()), content));
    }

    /**
     * A badge as a token, signed now for one wallet of its earner. Neither the token nor the id is kept.
     *
     * @param walletId the id by which the wallet knows the earner, as given
     */
    @Transactional
    public TokenAnswer token(BadgeId id, PersonId earner, String walletId) {
        Optional<Kept> badge = store.find(id).filter(one -> one.earner().equals(earner));
        if (badge.isEmpty()) {
            return new TokenAnswer.Refused(TokenAnswer.Why.NOT_FOUND);
        }
        if (standing(badge.get()) != Standing.ACTIVE) {
            return new TokenAnswer.Refused(TokenAnswer.Why.NOT_STANDING);
        }
        return switch (WalletId.read(walletId)) {
            case WalletId.Reading.Not(TokenAnswer.Why why) -> new TokenAnswer.Refused(why);
            case WalletId.Reading.Taken(WalletId named) -> token(badge.get(), named);
        };
    }

    private TokenAnswer token(Kept badge, WalletId earner) {
        return tokens.signer(badge.district(), badge.controller())
                .<TokenAnswer>map(signer -> new TokenAnswer.Made(
                        TokenForm.write(BadgeReading.json(badge), earner, signer, clock.instant())))
                .orElseGet(() -> new TokenAnswer.Refused(TokenAnswer.Why.KEY_LOST));
    }

    /** Where a badge is found from outside. */
    public String addressOf(BadgeId id) {
        return form.idOf(id.value());
    }

    /** A status list, signed now; nothing if there is none of this number. */
    Optional<String> statusList(DistrictId district, StatusPurpose purpose, int list) {
        Optional<String> controller = store.controllerOf(district, list);
        Optional<KeyRing.Signer> signer = controller.flatMap(keys::signerOf);
        if (signer.isEmpty()) {
            return Optional.empty();
        }
        Map<StatusPurpose, List<Integer>> places = new EnumMap<>(StatusPurpose.class);
        for (StatusPurpose each : StatusPurpose.values()) {
            places.put(each, new ArrayList<>());
        }
        for (Kept badge : store.touched(district, list)) {
            switch (standing(badge)) {
                case ACTIVE -> {}
                case SUSPENDED ->
                    places.getOrDefault(StatusPurpose.SUSPENSION, List.of())
                            .add(badge.place().index());
                case REVOKED ->
                    places.getOrDefault(StatusPurpose.REVOCATION, List.of())
                            .add(badge.place().index());
            }
        }
        Instant now = clock.instant();
        PublishedKey key = signer.get().published();
        JsonObject unsigned = form.list(
                new BadgeForm.Issuer(district.value(), key.controller(), accounts.nameOf(district)),
                purpose,
                list,
                StatusList.encoded(places.getOrDefault(purpose, List.of())),
                now,
                now.plus(LIST_LASTS));
        return Optional.of(
                proofs.sign(unsigned, key.method(), signer.get().key(), now).toString());
    }

    /** What a {@code did:web} issuer is; nothing if it has no key yet. */
    Optional<String> didDocument(DistrictId district) {
        String did = address.did(district.value());
        List<PublishedKey> published = address.carriesDids() ? keys.of(did) : List.of();
        return published.isEmpty()
                ? Optional.empty()
                : Optional.of(DidDocument.of(did, published, tokenKeys.of(did)).toString());
    }

    /** The key that tokens name by its address, as JWK. */
    Optional<String> tokenKey(DistrictId district, String thumbprint) {
        return tokenKeys
                .find(district, thumbprint)
                .filter(TokenKey::isFoundByAddress)
                .map(key -> key.key().published(key.method()).toString());
    }

    private Optional<Standing> standingOf(String credential) {
        return BadgeId.read(credential.substring(credential.lastIndexOf('/') + 1))
                .flatMap(store::find)
                // the product may have had another address when it was issued
                .filter(badge -> BadgeReading.json(badge).getString("id").equals(credential))
                .map(this::standing);
    }

    /** A stack's badge stands only as long as what it rests on. */
    private Standing standing(Kept badge) {
        return Stream.concat(Stream.of(badge.id()), store.partsOf(badge.id()).stream())
                .map(this::own)
                .max(Comparator.naturalOrder())
                .orElse(Standing.ACTIVE);
    }

    private Standing own(BadgeId id) {
        List<Deed> deeds = store.deeds(id);
        if (deeds.isEmpty()) {
            return Standing.ACTIVE;
        }
        return switch (deeds.getLast().kind()) {
            case SUSPENDED -> Standing.SUSPENDED;
            case LIFTED -> Standing.ACTIVE;
            case REVOKED -> Standing.REVOKED;
        };
    }

    private Badge read(Kept kept) {
        BadgeReading said = BadgeReading.read(kept);
        return new Badge(
                kept.id(),
                kept.earner(),
                kept.district(),
                kept.achievement(),
                kept.version(),
                kept.stack(),
                said.name(),
                said.description(),
                said.criteria(),
                said.issuer(),
                said.rows(),
                said.evidence(),
                kept.decided(),
                kept.issued(),
                kept.expires(),
                standing(kept),
                store.showing(kept.id()));
    }
}
