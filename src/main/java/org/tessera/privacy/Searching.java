package org.tessera.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.failure.Failures;
import org.tessera.material.CoveredPages;
import org.tessera.material.Material;
import org.tessera.material.MaterialId;
import org.tessera.material.MaterialWatch;
import org.tessera.material.Materials;
import org.tessera.material.Trace;

/**
 * Looks through what is brought: at once through what the file says in words, and then, one after the other and with nobody
 * waiting, through what can be read on its pages. {@code tessera.privacy.reading} is {@code at-once}, or {@code when-asked}: then
 * pages are read when somebody begins to clear them.
 */
@Component
class Searching implements MaterialWatch, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Searching.class);
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final Clearances clearances;
    private final ClearanceStore store;
    private final NameLists nameLists;
    private final ObjectProvider<Materials> materials;
    private final ObjectProvider<CoveredPages> pages;
    private final boolean atOnce;
    private final ExecutorService desk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("page-reading").daemon().factory());
    private final Set<Subject> waiting = ConcurrentHashMap.newKeySet();

    Searching(
            Clearances clearances,
            ClearanceStore store,
            NameLists nameLists,
            ObjectProvider<Materials> materials,
            ObjectProvider<CoveredPages> pages,
            @Value("${tessera.privacy.reading:at-once}") String when) {
        this.clearances = clearances;
        this.store = store;
        this.nameLists = nameLists;
        this.materials = materials;
        this.pages = pages;
        this.atOnce = when.equals("at-once");
    }

    @Override
    public void brought(Material material, String fileName, List<Trace> traces) {
        if (!Clearances.isGated(material.kind())) {
            return;
        }
        Subject subject = Subject.of(material.id());
        clearances.state(subject, material.team(), material.by(), material.pages());
        Search search = new Search(nameLists.peopleOf(material.team()));
        List<Finding> found = new ArrayList<>(search.in(traces));
        found.addAll(search.inFileName(fileName));
        found.addAll(search.inTitle(material.title()));
        clearances.add(subject, Search.once(found), false);
        if (atOnce) {
            ask(subject);
        }
    }

    @Override
    public void removed(Material material) {
        clearances.forget(Subject.of(material.id()));
    }

    @Override
    public boolean holdsBack(MaterialId material) {
        return store.find(Subject.of(material))
                .filter(one -> one.isHeldOn(clearances.today()))
                .isPresent();
    }

    /** Has the pages of a subject read, unless that has been done or is about to be. */
    void ask(Subject subject) {
        if (waiting.add(subject)) {
            desk.execute(() -> atTheDesk(subject, () -> waiting.remove(subject)));
        }
    }

    /** Has the pages of a subject read, unless that has been done, and goes on with {@code next} then; comes back at once. */
    void afterwards(Subject subject, Runnable next) {
        desk.execute(() -> atTheDesk(subject, next));
    }

    private void atTheDesk(Subject subject, Runnable next) {
        try {
            search(subject);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a material could not be searched", Failures.withoutValues(e));
        }
        next.run();
    }

    /** Reads the pages of a subject now and notes what they tell. */
    void search(Subject subject) throws InterruptedException {
        Optional<Material> material = materials.getObject().find(new MaterialId(subject.id()));
        boolean isOver = store.find(subject).filter(one -> !one.searched()).isEmpty();
        if (material.isEmpty() || isOver) {
            return;
        }
        Optional<List<Trace>> read = pages.getObject().read(material.get());
        Search search = new Search(nameLists.peopleOf(material.get().team()));
        clearances.add(subject, read.map(search::in).orElseGet(() -> List.of(UNREAD)), true);
    }

    private static final Finding UNREAD =
            new Finding(0, Trait.UNREAD, Origin.READING, Sureness.CERTAIN, Optional.empty(), Finding.GONE);

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        if (atOnce) {
            store.unsearched().forEach(this::ask);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        desk.shutdownNow();
        if (!desk.awaitTermination(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("pages are still being read");
        }
    }
}
