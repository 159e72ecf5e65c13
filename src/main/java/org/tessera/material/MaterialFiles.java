package org.tessera.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLTransactionRollbackException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps rows and files in step.
 *
 * <p>A file comes and goes only while its row is locked, so a team that brings the same bytes at the moment another
 * one removes them waits and then stores them again. The row is committed before the bytes come, and a page that refers
 * to it after they are on disk: whatever dies when, a page never points at nothing, and a file that no page needs still
 * has its row, by which {@link #sweep} finds it. A file without a row belongs to somebody else and is never touched.
 */
@Component
class MaterialFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MaterialFiles.class);

    /** More often than this nobody meets the same other by chance. */
    private static final int ATTEMPTS = 8;

    private final MaterialStore store;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    MaterialFiles(MaterialStore store, FileStore files, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        // What guards a file is its row's lock. Each look must see what was committed while waiting for that lock, and
        // the gap locks of the stricter level would only make strangers wait for each other.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.clock = clock;
    }

    /** Stores a new material with all its pages, or nothing. */
    void keep(Material material, PrivacyStatement statement, List<DrawnPage> pages) {
        // In the order of their hashes, so that two teams with some pages in common cannot wait for each other.
        SortedMap<Sha256, DrawnPage> once = new TreeMap<>();
        pages.forEach(page -> once.putIfAbsent(page.hash(), page));
        inTransaction(() -> once.keySet().forEach(store::lockFile));
        try {
            inTransaction(() -> {
                once.forEach(this::keepFile);
                store.insert(material, statement, pages);
            });
        } catch (RuntimeException e) {
            once.keySet().forEach(hash -> releaseAfter(e, hash));
            throw e;
        }
    }

    private void releaseAfter(RuntimeException failure, Sha256 hash) {
        try {
            release(hash);
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
        }
    }

    private void keepFile(Sha256 hash, DrawnPage page) {
        store.lockFile(hash);
        try {
            files.put(hash, page.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a material; its files go with it unless another page is in them. */
    void remove(Material material) {
        Set<Sha256> left = new HashSet<>();
        inTransaction(() -> {
            left.clear();
            left.addAll(store.delete(material, clock.instant()));
        });
        left.forEach(this::release);
    }

    /** Puts these pictures in the places of pages, all or none; the first picture each page had is kept apart. */
    void replace(Material material, List<Integer> numbers, List<DrawnPage> pages) {
        SortedMap<Sha256, DrawnPage> once = new TreeMap<>();
        pages.forEach(page -> once.putIfAbsent(page.hash(), page));
        inTransaction(() -> once.keySet().forEach(store::lockFile));
        Set<Sha256> left = new HashSet<>();
        try {
            inTransaction(() -> {
                left.clear();
                once.forEach(this::keepFile);
                for (int i = 0; i < pages.size(); i++) {
                    store.replacePage(material.id(), numbers.get(i), pages.get(i))
                            .ifPresent(left::add);
                }
            });
        } catch (RuntimeException e) {
            once.keySet().forEach(hash -> releaseAfter(e, hash));
            throw e;
        }
        left.forEach(this::release);
    }

    /** Deletes the pictures that were kept apart. */
    void removeOriginals(Material material) {
        Set<Sha256> left = new HashSet<>();
        inTransaction(() -> {
            left.clear();
            left.addAll(store.originals(material.id()).values());
            store.deleteOriginals(material.id());
        });
        left.forEach(this::release);
    }

    /** Deletes a file that no page is in. One transaction each: no two locks are ever held. */
    private void release(Sha256 hash) {
        inTransaction(() -> {
            store.lockFile(hash);
            if (store.deleteFileIfUnused(hash)) {
                try {
                    files.delete(hash);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /**
     * Does {@code work} in a transaction, and once more where the database let another one go first: when rows are made and
     * deleted under each other it may end one of two that wait for each other, and asks for just this. The work can be
     * repeated as it is.
     */
    private void inTransaction(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(_ -> work.run());
                return;
            } catch (RuntimeException e) {
                boolean goesFirst =
                        NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLTransactionRollbackException;
                if (!goesFirst || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    Optional<byte[]> read(Sha256 hash) {
        try {
            return files.read(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the files no page is in, left by a machine that died between two steps. */
    void sweep() {
        List<Sha256> left = store.unusedFiles();
        left.forEach(this::release);
        if (!left.isEmpty()) {
            LOG.info("removed {} files that no page needed", left.size());
        }
    }
}
