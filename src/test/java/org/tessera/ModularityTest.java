package org.tessera;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @BeforeAll
    static void look_at_features() {
        System.setProperty("spring.modulith.detection-strategy", FeatureModules.class.getName());
    }

    @Test
    void every_feature_is_a_module_that_reaches_others_only_by_their_root_package_and_their_pages() {
        // generated tables may refer to a feature's types, and stores refer back
        ApplicationModules.of(Tessera.class, resideInAPackage("org.tessera.db.."))
                .verify();
    }
}
