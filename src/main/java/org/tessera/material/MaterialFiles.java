package org.tessera.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps rows and files in step.
 *
 * <p>A file comes and goes only while its row is locked, so a team that brings the same bytes at the moment another
 * one removes them waits and then stores them again. Bytes are on disk before a row that refers to them is committed,
 * and are deleted after the last such row is gone: whatever dies when, a page never points at nothing, and what is left
 * over is found by {@link #sweep}.
 */
@Component
class MaterialFiles {

    private static final Logger LOG = LoggerFactory.getLogger(MaterialFiles.class);
    private static final int BATCH = 500;

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
        transaction.executeWithoutResult(_ -> {
            once.forEach(this::keepFile);
            store.insert(material, statement, pages);
        });
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
        Set<Sha256> left = transaction.execute(_ -> store.delete(material, clock.instant()));
        left.forEach(this::release);
    }

    /** Deletes a file that no page is in. One transaction each: no two locks are ever held. */
    private void release(Sha256 hash) {
        transaction.executeWithoutResult(_ -> {
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

    Optional<byte[]> read(Sha256 hash) {
        try {
            return files.read(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what no page is in: files and rows left by a machine that died between two steps. */
    void sweep() {
        Set<Sha256> left = new HashSet<>(store.unusedFiles());
        try (Stream<Sha256> all = files.all()) {
            List<Sha256> batch = new ArrayList<>(BATCH);
            for (Sha256 hash : (Iterable<Sha256>) all::iterator) {
                batch.add(hash);
                if (batch.size() == BATCH) {
                    left.addAll(unknown(batch));
                    batch.clear();
                }
            }
            left.addAll(unknown(batch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left.forEach(this::release);
        if (!left.isEmpty()) {
            LOG.info("removed {} files that no page needed", left.size());
        }
    }

    private Set<Sha256> unknown(List<Sha256> files) {
        Set<Sha256> unknown = new HashSet<>(files);
        unknown.removeAll(store.knownAmong(files));
        return unknown;
    }
}
