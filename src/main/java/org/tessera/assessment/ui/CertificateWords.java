package org.tessera.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.artifact.ui.When;
import org.tessera.assessment.Certificate;
import org.tessera.assessment.Certificates;
import org.tessera.assessment.Certifying;
import org.tessera.assessment.Drift;

/** What is said of certificates and agreement, in the language of the page. */
final class CertificateWords {

    private final Component page;
    private final Locale locale;

    CertificateWords(Component page, Locale locale) {
        this.page = page;
        this.locale = locale;
    }

    /** Whether somebody is certified, until when, and with which agreement. */
    String state(Certificates.Standing standing) {
        if (standing.last().isEmpty()) {
            return page.getTranslation("assessment-panel.certificate.none");
        }
        Certificate last = standing.last().get();
        if (standing.isHeld()) {
            return page.getTranslation(
                    "assessment-panel.certificate.held",
                    When.day(last.until(), locale),
                    last.exact(),
                    kappa(last.kappa()));
        }
        return last.ended()
                .map(at -> page.getTranslation("assessment-panel.certificate.drifted", When.day(at, locale)))
                .orElseGet(
                        () -> page.getTranslation("assessment-panel.certificate.over", When.day(last.until(), locale)));
    }

    /** What the trials since come to, and what is missing; nothing where there are none. */
    Optional<String> round(Certifying round) {
        if (round.anchors() == 0) {
            return Optional.empty();
        }
        String so = page.getTranslation(
                "assessment-panel.round", round.anchors(), round.rows(), round.exact(), kappa(round.kappa()));
        return Optional.of(round.missing().stream()
                .sorted()
                .map(this::missing)
                .collect(Collectors.joining(" ", so + " ", ""))
                .strip());
    }

    private String missing(Certifying.Shortfall shortfall) {
        return switch (shortfall) {
            case ANCHORS -> page.getTranslation("assessment-panel.missing.anchors", Certifying.LEAST_ANCHORS);
            case ROWS -> page.getTranslation("assessment-panel.missing.rows", Certifying.LEAST_ROWS);
            case AGREEMENT -> page.getTranslation("assessment-panel.missing.agreement", Certifying.LEAST_EXACT);
        };
    }

    String drift(Drift drift) {
        return page.getTranslation("assessment-panel.drift.line", drift.exact(), drift.rows());
    }

    String kappa(Optional<Double> kappa) {
        return kappa.map(value -> String.format(locale, "%.2f", value))
                .orElseGet(() -> page.getTranslation("assessment-panel.kappa.none"));
    }
}
