package org.tessera.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a store on a real, migrated MariaDB, without a Spring context. Each top-level class has a schema of its own,
 * empty but for what the migrations put in. Constructor and test methods may ask for a
 * {@link org.jooq.DSLContext}, a {@link javax.sql.DataSource}, a
 * {@link org.springframework.transaction.support.TransactionTemplate} or the {@link TestSchema}; the first three work
 * together as they do in the product.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StoreTestExtension.class)
public @interface StoreTest {}
