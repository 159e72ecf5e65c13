package org.tessera.material;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files in a bucket of S3-compatible storage, which all nodes see: {@code ab/abcdef…}. An object is there whole or not at all;
 * that is the storage’s promise.
 */
final class S3FileStore implements FileStore, DisposableBean {

    private static final int NOT_FOUND = 404;

    private final S3Client storage;
    private final String bucket;

    S3FileStore(S3Client storage, String bucket) {
        this.storage = storage;
        this.bucket = bucket;
    }

    @Override
    public void put(Sha256 hash, Path file) throws IOException {
        try {
            if (!isThere(hash)) {
                storage.putObject(to -> to.bucket(bucket).key(key(hash)), RequestBody.fromFile(file));
            }
        } catch (SdkException e) {
            throw new IOException("the storage did not take the file " + hash.hex(), e);
        }
    }

    private boolean isThere(Sha256 hash) {
        try {
            storage.headObject(of -> of.bucket(bucket).key(key(hash)));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<byte[]> read(Sha256 hash) throws IOException {
        byte[] bytes;
        try {
            bytes = storage.getObjectAsBytes(of -> of.bucket(bucket).key(key(hash)))
                    .asByteArray();
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new IOException("the storage did not give the file " + hash.hex(), e);
        }
        if (!Sha256.of(bytes).equals(hash)) {
            throw new IOException("the storage changed the file " + hash.hex());
        }
        return Optional.of(bytes);
    }

    @Override
    public void delete(Sha256 hash) throws IOException {
        try {
            storage.deleteObject(of -> of.bucket(bucket).key(key(hash)));
        } catch (SdkException e) {
            throw new IOException("the storage did not delete the file " + hash.hex(), e);
        }
    }

    private static String key(Sha256 hash) {
        return hash.hex().substring(0, 2) + "/" + hash.hex();
    }

    @Override
    public void destroy() {
        storage.close();
    }
}
