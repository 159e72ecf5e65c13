package org.tessera.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlProblem;

/**
 * The protocols a room can run. What is offered for a new room are the packs that come with the product; a room that
 * began with an older version keeps it, so every version ever offered stays readable.
 */
@Service
public class Protocols {

    private final ProtocolStore store;
    private final Map<String, Pack> offered = new LinkedHashMap<>();
    private final Map<PackRef, Pack> known = new ConcurrentHashMap<>();

    @Autowired
    Protocols(ProtocolStore store) {
        this(store, SeedPacks.shipped());
    }

    /**
     * Reads and checks the shipped packs, so that the first of these objects need not wait for it. What is wrong with them
     * that one says.
     */
    public static void readAhead() {
        SeedPacks.shipped();
    }

    /**
     * Offers {@code packs} and stores the versions that are new.
     *
     * @throws InvalidYamlException if a pack was changed and kept its version, or has the id of a team's own protocol
     */
    Protocols(ProtocolStore store, Collection<ShippedPack> packs) {
        this.store = store;
        List<YamlProblem> changed = new ArrayList<>();
        for (ShippedPack shipped : packs) {
            PackRef ref = shipped.pack().ref();
            if (OwnProtocol.isOwn(ref.id())) {
                changed.add(shipped.file()
                        .problemAt(
                                "/id", "ids that begin with " + OwnProtocol.MARK + " are those of teams' protocols"));
            }
            byte[] sha256 = shipped.file().sha256();
            store.keep(ref, shipped.text(), sha256);
            if (!Arrays.equals(store.sha256(ref).orElseThrow(), sha256)) {
                changed.add(shipped.file()
                        .problemAt(
                                "/version",
                                "rooms may be running version " + ref.version()
                                        + " with other content: raise the version, or take the change back"));
            }
            offered.put(ref.id(), shipped.pack());
            known.put(ref, shipped.pack());
        }
        if (!changed.isEmpty()) {
            throw new InvalidYamlException(changed);
        }
    }

    /**
     * The packs that come with the product, each in its latest version, by id. What a team can choose from is more:
     * {@link OwnProtocols#offeredTo}.
     */
    public List<Pack> all() {
        return List.copyOf(offered.values());
    }

    /**
     * The pack offered under this id, in its latest version.
     *
     * @throws NoSuchElementException if none is; ids come from {@link #all()}
     */
    public Pack latest(String id) {
        return Optional.ofNullable(offered.get(id))
                .orElseThrow(() -> new NoSuchElementException("no protocol is called " + id));
    }

    /** The pack in exactly this version, whether it is still offered or not. */
    public Optional<Pack> find(PackRef ref) {
        return Optional.ofNullable(known.get(ref)).or(() -> {
            Optional<Pack> stored = store.yaml(ref).map(yaml -> PackReader.stored(ref, yaml));
            stored.ifPresent(pack -> known.put(ref, pack));
            return stored;
        });
    }
}
