package org.tessera.artifact.ui;

import static java.util.stream.Collectors.groupingBy;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.artifact.Content;

/** The notes on the board, in the groups the team made of them. */
final class NotesPart extends Part {

    private static final long serialVersionUID = 1L;

    NotesPart(Content content, List<Content.Note> notes, Optional<String> me) {
        super("notes");
        Map<String, List<Content.Note>> byGroup = notes.stream()
                .collect(groupingBy(
                        note -> Objects.requireNonNullElse(note.group(), ""), LinkedHashMap::new, Collectors.toList()));
        content.groups().forEach(group -> Optional.ofNullable(byGroup.remove(group.id()))
                .ifPresent(members -> add(heading(group), list(members, me))));
        List<Content.Note> loose =
                byGroup.values().stream().flatMap(List::stream).toList();
        if (!loose.isEmpty()) {
            if (loose.size() < notes.size()) {
                add(new H3(getTranslation("artifact.ungrouped")));
            }
            add(list(loose, me));
        }
    }

    private H3 heading(Content.Group group) {
        String name = Objects.requireNonNullElse(group.name(), "");
        return new H3(name.isBlank() ? getTranslation("artifact.unnamed") : name);
    }

    static UnorderedList list(List<Content.Note> notes, Optional<String> me) {
        UnorderedList list = new UnorderedList();
        list.addClassName("artifact-notes-list");
        notes.forEach(note -> list.add(new NoteLine(note, me)));
        return list;
    }
}
