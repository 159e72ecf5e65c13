package org.tessera.protocol.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.tessera.account.PersonId;

/**
 * Who has which draft open, so that people who write the same protocol know of each other at once. It is only a courtesy,
 * and of this node: that nobody's words are overwritten is seen to where drafts are stored.
 */
@Component
class Editors {

    private final Map<String, Set<Place>> places = new ConcurrentHashMap<>();

    /** An open page. {@code heard} runs with the page's session locked. */
    record Place(UI ui, PersonId person, String name, Consumer<News> heard) {}

    /** Something the others did. */
    enum News {
        /** Somebody came or went. */
        PEOPLE,
        /** The draft has changed. */
        DRAFT
    }

    /** Opens a draft on a page, until the registration is removed. */
    Registration open(String draft, Place place) {
        places.compute(draft, (_, there) -> {
            Set<Place> all = there == null ? ConcurrentHashMap.newKeySet() : there;
            all.add(place);
            return all;
        });
        tell(draft, place, News.PEOPLE);
        return () -> {
            places.computeIfPresent(draft, (_, there) -> {
                there.remove(place);
                return there.isEmpty() ? null : there;
            });
            tell(draft, place, News.PEOPLE);
        };
    }

    /** The names of everybody else who has the draft open. */
    List<String> others(String draft, PersonId me) {
        return places.getOrDefault(draft, Set.of()).stream()
                .filter(place -> !place.person().equals(me))
                .map(Place::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** Tells every other page. */
    void tell(String draft, Place from, News news) {
        places.getOrDefault(draft, Set.of()).stream()
                .filter(place -> place.ui() != from.ui() && place.ui().isAttached())
                .forEach(place -> place.ui().access(() -> place.heard().accept(news)));
    }
}
