package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasOrderedComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The places in a part of the page, in the order in which they stand. What is seen now and then is there only while it is:
 * a hidden part costs the server as much memory as one that is seen, for as long as the page is open.
 */
final class Slots {

    private final HasOrderedComponents home;
    private final List<Slot<?>> slots = new ArrayList<>();

    Slots(HasOrderedComponents home) {
        this.home = home;
    }

    /** The next places, for what is always there. */
    void add(Component... parts) {
        for (Component part : parts) {
            add(() -> part).get();
        }
    }

    /** The next place, for what {@code make} makes whenever it is needed. */
    <C extends Component> Slot<C> add(Supplier<C> make) {
        Slot<C> slot = new Slot<>(make);
        slots.add(slot);
        return slot;
    }

    /** A place, and what may stand there. */
    final class Slot<C extends Component> {

        private final Supplier<C> make;
        private @Nullable C part;

        private Slot(Supplier<C> make) {
            this.make = make;
        }

        /** Shows the part as {@code how} says where it is needed, and takes it away where it is not. */
        void show(boolean needed, Consumer<? super C> how) {
            if (needed) {
                how.accept(get());
            } else {
                clear();
            }
        }

        /** The part, put into its place if it is not there. */
        C get() {
            if (part == null) {
                part = make.get();
                home.addComponentAtIndex(before(this), part);
            }
            return part;
        }

        /** The part, if it is there. */
        Optional<C> part() {
            return Optional.ofNullable(part);
        }

        /** Takes the part away; the next one begins anew. */
        void clear() {
            if (part != null) {
                home.remove(part);
                part = null;
            }
        }
    }

    private int before(Slot<?> slot) {
        return (int) slots.subList(0, slots.indexOf(slot)).stream()
                .filter(each -> each.part != null)
                .count();
    }
}
