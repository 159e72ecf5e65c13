package org.tessera.support;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points an application under test at a schema of its own in the test JVM's MariaDB. */
final class FreshSchemaInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var schema = TestDatabase.freshSchema();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh schema",
                        Map.of(
                                "spring.datasource.url",
                                schema.jdbcUrl(),
                                "spring.datasource.username",
                                schema.user(),
                                "spring.datasource.password",
                                schema.password(),
                                "spring.datasource.hikari.maximum-pool-size",
                                "10",
                                // a busy machine is no reason to give up
                                "spring.datasource.hikari.connection-timeout",
                                "60000",
                                // beside the schema that knows them, never among the files of a real one
                                "tessera.claim-key",
                                "target/test-files/" + ProcessHandle.current().pid() + "/" + schema.name()
                                        + "/claim.key",
                                "tessera.package-key",
                                "target/test-files/" + ProcessHandle.current().pid() + "/" + schema.name()
                                        + "/package.key",
                                "tessera.files",
                                "target/test-files/" + ProcessHandle.current().pid() + "/" + schema.name())));
    }
}
