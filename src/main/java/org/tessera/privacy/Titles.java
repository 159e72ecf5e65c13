package org.tessera.privacy;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tessera.account.PersonId;
import org.tessera.account.TeamId;
import org.tessera.material.MaterialDraft;
import org.tessera.material.MaterialId;
import org.tessera.material.Materials;

/** What people call their work: looked through for names as the work is, and changed where it names somebody. */
@Service
public class Titles {

    private final Clearances clearances;
    private final NameLists nameLists;
    private final Materials materials;
    private final ObjectProvider<Titled> titled;

    Titles(Clearances clearances, NameLists nameLists, Materials materials, ObjectProvider<Titled> titled) {
        this.clearances = clearances;
        this.nameLists = nameLists;
        this.materials = materials;
        this.titled = titled;
    }

    /** Looks through the title of something whose clearance was begun. */
    @Transactional
    public void search(Subject subject, TeamId team, String title) {
        clearances.add(subject, new Search(nameLists.peopleOf(team)).inTitle(title), false);
    }

    /** The owner calls it something else; what that tells has to be decided about anew. */
    @Transactional
    public ClearanceAnswer rename(PersonId actor, Subject subject, String title) {
        String words = title.strip();
        if (words.isEmpty() || words.length() > MaterialDraft.LONGEST_TITLE) {
            return Clearances.refused(ClearanceRefusal.NO_TITLE);
        }
        Optional<Clearance> found = clearances.find(subject, actor);
        if (found.isEmpty()) {
            return Clearances.refused(ClearanceRefusal.UNKNOWN);
        }
        Search search = new Search(nameLists.peopleOf(found.get().team()));
        ClearanceAnswer answer =
                clearances.apply(found.get(), Optional.of(actor), found.get().renamed(search.inTitle(words), actor));
        if (answer instanceof ClearanceAnswer.Done) {
            if (subject.kind() == Subject.Kind.MATERIAL) {
                materials.rename(new MaterialId(subject.id()), words);
            }
            titled.orderedStream().forEach(keeper -> keeper.rename(subject, words));
        }
        return answer;
    }
}
