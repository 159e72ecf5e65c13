package org.tessera.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.tessera.Tessera;

/**
 * A test of the whole application on a free port and a migrated schema. All classes with no bean or property of their own
 * share one running application, and so one schema: each makes the people and rooms it needs and counts on no others
 * being absent.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Tessera.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({LightHashing.class, StatementLog.class})
@ContextConfiguration(initializers = FreshSchemaInitializer.class)
@TestExecutionListeners(listeners = OwnSecurityListener.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface AppTest {}
