package org.tessera;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.tessera.clock.BackThen;

@AnalyzeClasses(packages = "org.tessera", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String GENERATED = "org.tessera.db..";

    @ArchTest
    static final ArchRule only_stores_touch_jooq = noClasses()
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are no stores", type -> !outermost(type).getSimpleName().endsWith("Store")))
            .and()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", GENERATED);

    /** Pages anywhere else would not be found: {@code PageSetup} names the packages that Flow looks through. */
    @ArchTest
    static final ArchRule only_ui_and_shell_touch_vaadin = noClasses()
            .that()
            .resideOutsideOfPackages("org.tessera.*.ui..", "org.tessera.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule only_the_clock_bean_reads_the_system_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.tessera.clock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule only_the_demo_does_something_in_the_past = noClasses()
            .that()
            .resideOutsideOfPackage("org.tessera.clock")
            .and()
            .haveSimpleNameNotStartingWith("Demo")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(BackThen.class);

    @ArchTest
    static final ArchRule features_form_no_cycle = slices().matching("org.tessera.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAPackage(GENERATED));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
