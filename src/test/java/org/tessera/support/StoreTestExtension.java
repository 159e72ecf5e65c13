package org.tessera.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.jooq.autoconfigure.SpringTransactionProvider;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands a {@link StoreTest} its database. */
final class StoreTestExtension implements ParameterResolver {

    private static final Set<Class<?>> GIVEN =
            Set.of(DSLContext.class, DataSource.class, TransactionTemplate.class, TestSchema.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return GIVEN.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var access = access(context);
        var type = parameter.getParameter().getType();
        if (type == DSLContext.class) {
            return access.db;
        }
        if (type == TransactionTemplate.class) {
            return access.transactions;
        }
        return type == DataSource.class ? access.pool : access.schema;
    }

    /** One for each top-level class: its nested classes look at the same rows. */
    private static Access access(ExtensionContext context) {
        var topLevel = context.getRequiredTestClass();
        while (topLevel.getEnclosingClass() != null) {
            topLevel = topLevel.getEnclosingClass();
        }
        var name = topLevel.getName();
        return context.getRoot()
                .getStore(Namespace.create(StoreTestExtension.class))
                .computeIfAbsent(name, _ -> new Access(TestDatabase.freshSchema()), Access.class);
    }

    /** Pool, transactions and jOOQ, put together as Spring Boot does. */
    private static final class Access implements AutoCloseable {

        final TestSchema schema;
        final HikariDataSource pool;
        final TransactionTemplate transactions;
        final DSLContext db;

        Access(TestSchema schema) {
            this.schema = schema;
            var config = new HikariConfig();
            config.setJdbcUrl(schema.jdbcUrl());
            config.setUsername(schema.user());
            config.setPassword(schema.password());
            config.setMinimumIdle(0);
            pool = new HikariDataSource(config);
            var manager = new DataSourceTransactionManager(pool);
            transactions = new TransactionTemplate(manager);
            db = DSL.using(new DefaultConfiguration()
                    .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)))
                    .set(new SpringTransactionProvider(manager))
                    .set(SQLDialect.MARIADB)
                    .set(StatementLog::listener));
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
