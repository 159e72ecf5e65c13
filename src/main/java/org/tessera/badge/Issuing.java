package org.tessera.badge;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tessera.account.Accounts;
import org.tessera.account.DistrictId;
import org.tessera.account.Person;
import org.tessera.account.PersonId;
import org.tessera.badge.BadgeForm.Place;
import org.tessera.badge.BadgeStore.Kept;
import org.tessera.credential.Credential;
import org.tessera.credential.Credentials;
import org.tessera.credential.Criterion;
import org.tessera.credential.Stack;

/** Makes badges of awards: words, place on the lists, signature. */
@Component
class Issuing {

    private static final String CCE = "Center for Collaborative Education";
    private static final int SALT = 16;

    /** Beyond it a free place is drawn too rarely. */
    private static final int FULL = StatusList.LENGTH * 3 / 4;

    private final BadgeStore store;
    private final KeyRing keys;
    private final Accounts accounts;
    private final Credentials credentials;
    private final InstantSource clock;
    private final BadgeForm form;
    private final DataIntegrity proofs;
    private final Optional<String> creator;
    private final SecureRandom chance = new SecureRandom();

    /** @param licence the licence under which CCE may be named as who made the credentials; empty without one */
    Issuing(
            BadgeStore store,
            KeyRing keys,
            Accounts accounts,
            Credentials credentials,
            InstantSource clock,
            PublicAddress address,
            @Value("${tessera.cce-licence:}") String licence) {
        this.store = store;
        this.keys = keys;
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
        this.form = new BadgeForm(address.toString());
        this.proofs = new DataIntegrity(new Statements(Contexts.bundled()));
        this.creator = licence.isBlank() ? Optional.empty() : Optional.of(CCE);
    }

    /** What is about to be issued. */
    private record Order(
            Person earner,
            boolean stack,
            BadgeText text,
            String manifestSha256,
            List<Award.Narrative> evidence,
            List<Kept> parts,
            List<BadgeForm.Part> named,
            Instant decided,
            Optional<Instant> expires) {}

    Kept issue(Award award) {
        Person earner = person(award.earner());
        Credential credential = credentials
                .find(award.credential())
                .orElseThrow(() -> new IllegalArgumentException("no credential " + award.credential()));
        return issue(new Order(
                earner,
                false,
                text(credential, award.rows(), earner.locale()),
                award.manifestSha256(),
                award.evidence(),
                List.of(),
                List.of(),
                award.decided(),
                award.expires()));
    }

    /** @param parts a badge of each member of the stack */
    Kept issue(Stack stack, PersonId earnerId, List<Kept> parts) {
        Person earner = person(earnerId);
        Locale locale = earner.locale();
        String joined = String.join(
                "\n",
                parts.stream()
                        .map(part -> part.id().value().toString())
                        .sorted()
                        .toList());
        List<BadgeForm.Part> named = parts.stream()
                .map(part -> new BadgeForm.Part(
                        form.idOf(part.id().value()), BadgeReading.read(part).name()))
                .toList();
        String members =
                String.join(", ", named.stream().map(BadgeForm.Part::name).toList());
        String name = stack.name().in(locale);
        BadgeText text = new BadgeText(
                stack.ref().id().value(),
                stack.ref().version(),
                locale.getLanguage(),
                name,
                stack.note().in(locale),
                members,
                Optional.empty(),
                List.of());
        return issue(new Order(
                earner,
                true,
                text,
                sha256(joined),
                List.of(),
                parts,
                named,
                clock.instant(),
                parts.stream().flatMap(part -> part.expires().stream()).min(Instant::compareTo)));
    }

    private Kept issue(Order order) {
        Instant now = clock.instant();
        DistrictId district = order.earner().district();
        KeyRing.Signer signer = keys.signer(district);
        String controller = signer.published().controller();
        UUID id = UUID.randomUUID();
        Place place = place(district, controller);
        JsonObject signed = proofs.sign(
                form.write(new BadgeForm.Draft(
                        id,
                        new BadgeForm.Issuer(district.value(), controller, accounts.nameOf(district)),
                        creator,
                        order.earner().email(),
                        salt(),
                        order.text(),
                        order.manifestSha256(),
                        order.evidence(),
                        order.named(),
                        now,
                        order.decided(),
                        order.expires(),
                        place)),
                signer.published().method(),
                signer.key(),
                now);
        Kept badge = new Kept(
                new BadgeId(id),
                order.earner().id(),
                district,
                order.text().key(),
                order.text().version(),
                order.stack(),
                order.manifestSha256(),
                signed.toString(),
                controller,
                place,
                order.decided(),
                now,
                order.expires());
        store.add(badge, order.parts().stream().map(Kept::id).toList());
        return badge;
    }

    /** Drawn by lot, so that the place tells nothing about when a badge was issued, and a restored backup repeats none. */
    private Place place(DistrictId district, String controller) {
        Optional<Integer> newest = store.newestList(district, controller);
        if (newest.isPresent()) {
            Set<Integer> taken = store.taken(district, newest.get());
            if (taken.size() < FULL) {
                int place = chance.nextInt(StatusList.LENGTH);
                while (taken.contains(place)) {
                    place = chance.nextInt(StatusList.LENGTH);
                }
                return new Place(newest.get(), place);
            }
        }
        return new Place(store.nextList(district), chance.nextInt(StatusList.LENGTH));
    }

    private static BadgeText text(Credential credential, List<Award.RowResult> results, Locale locale) {
        List<BadgeText.Level> levels = new ArrayList<>(credential.levels().stream()
                .map(level -> new BadgeText.Level(level.id(), level.name().in(locale)))
                .toList());
        // a credential names its levels from the highest to the lowest
        List<BadgeText.Level> upwards = levels.reversed();
        String required = credential.levels().getFirst().id();
        List<BadgeText.Row> rows = new ArrayList<>();
        for (Award.RowResult result : results) {
            Criterion row = credential
                    .criterion(result.row())
                    .filter(one -> one.kind() == Criterion.Kind.RUBRIC_ROW)
                    .orElseThrow(
                            () -> new IllegalArgumentException("no row " + result.row() + " in " + credential.ref()));
            List<BadgeText.Level> scale = result.levels().isEmpty()
                    ? upwards
                    : result.levels().stream()
                            .map(level ->
                                    new BadgeText.Level(level.id(), level.name().in(locale)))
                            .toList();
            String needed = result.levels().isEmpty() ? required : result.required();
            for (String level : List.of(needed, result.level())) {
                if (scale.stream().map(BadgeText.Level::id).noneMatch(level::equals)) {
                    throw new IllegalArgumentException("no level " + level + " for " + row.id());
                }
            }
            rows.add(new BadgeText.Row(row.id(), row.wording().in(locale), scale, needed, result.level()));
        }
        return new BadgeText(
                credential.ref().id().value(),
                credential.ref().version(),
                locale.getLanguage(),
                credential.name().in(locale),
                credential.competency().in(locale),
                credential.keyMethod().in(locale),
                credential.page(),
                rows);
    }

    private Person person(PersonId id) {
        return accounts.person(id).orElseThrow(() -> new IllegalArgumentException("no person " + id));
    }

    private String salt() {
        byte[] salt = new byte[SALT];
        chance.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
