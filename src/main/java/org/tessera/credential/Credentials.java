package org.tessera.credential;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.tessera.credential.CredentialFiles.Shipped;
import org.tessera.yaml.InvalidYamlException;
import org.tessera.yaml.YamlFile;
import org.tessera.yaml.YamlProblem;

/**
 * The micro-credentials, read from {@code seeds/credentials} when the product starts. A version that was ever shipped
 * stays readable, because people keep the version they began with.
 */
@Service
public class Credentials {

    private final CredentialStore store;
    private final Map<CredentialId, Credential> current = new LinkedHashMap<>();
    private final List<Stack> stacks = new ArrayList<>();
    private final Map<CredentialRef, Credential> earlier = new ConcurrentHashMap<>();

    /**
     * Reads, checks and stores the shipped files.
     *
     * @throws InvalidYamlException if one is wrong, or was changed without a new version
     */
    @Autowired
    Credentials(CredentialStore store, InstantSource clock) {
        this(store, clock, CredentialFiles.shipped());
    }

    /**
     * Reads and checks the shipped files, so that the first of these objects need not wait for it. What is wrong with them
     * that one says.
     */
    public static void readAhead() {
        CredentialFiles.shipped();
    }

    Credentials(CredentialStore store, InstantSource clock, List<Shipped> files) {
        this.store = store;
        List<YamlProblem> problems = new ArrayList<>();
        for (Shipped shipped : files) {
            YamlFile file = shipped.file();
            CredentialRef ref = CredentialReader.ref(file);
            byte[] sha256 = file.sha256();
            String kind = shipped.isStack() ? "stack" : "credential";
            String kept = store.keep(ref, kind, shipped.text(), sha256, clock.instant());
            if (!kept.equals(HexFormat.of().formatHex(sha256))) {
                problems.add(file.problemAt(
                        "/version",
                        "Version " + ref.version()
                                + " was shipped before with other content; give this one a new version"));
            }
            if (shipped.isStack()) {
                stacks.add(CredentialReader.stack(file));
            } else {
                current.put(ref.id(), CredentialReader.credential(file));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidYamlException(problems);
        }
        stacks.sort(Comparator.comparingInt(Stack::place));
    }

    /** The stacks, in their current versions and in the order in which they are shown. */
    public List<Stack> stacks() {
        return List.copyOf(stacks);
    }

    /** The current version of a credential, if there is one of this name. */
    public Optional<Credential> current(CredentialId id) {
        return Optional.ofNullable(current.get(id));
    }

    /** The stack in its current version, if there is one of this name. */
    public Optional<Stack> stack(CredentialId id) {
        return stacks.stream().filter(stack -> stack.ref().id().equals(id)).findFirst();
    }

    /** The stack a credential belongs to. */
    public Optional<Stack> stackOf(CredentialId credential) {
        return stacks.stream()
                .filter(stack -> stack.members().contains(credential))
                .findFirst();
    }

    /**
     * The members of a stack in their current versions.
     *
     * @throws IllegalArgumentException if the stack names a credential that is not shipped, which the start-up check
     *     rules out
     */
    public List<Credential> membersOf(Stack stack) {
        return stack.members().stream()
                .map(member ->
                        current(member).orElseThrow(() -> new IllegalArgumentException("No credential " + member)))
                .toList();
    }

    /** A credential in exactly this version, current or earlier. */
    public Optional<Credential> find(CredentialRef ref) {
        Optional<Credential> shipped =
                current(ref.id()).filter(credential -> credential.ref().equals(ref));
        return shipped.or(() -> Optional.ofNullable(earlier.get(ref))).or(() -> stored(ref));
    }

    private Optional<Credential> stored(CredentialRef ref) {
        Optional<Credential> found =
                store.yaml(ref).map(yaml -> CredentialReader.credential(YamlFile.read(ref.toString(), yaml)));
        found.ifPresent(credential -> earlier.put(ref, credential));
        return found;
    }
}
