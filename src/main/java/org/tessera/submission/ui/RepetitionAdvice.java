package org.tessera.submission.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tessera.account.SignedIn;
import org.tessera.account.TeamId;
import org.tessera.protocol.Pack;
import org.tessera.room.ui.ProtocolAdvice;
import org.tessera.submission.Repetitions;

/** Warns before a meeting repeats an aspect where a credential asks for different ones. */
@Component
class RepetitionAdvice implements ProtocolAdvice {

    private final Repetitions repetitions;
    private final I18NProvider texts;

    RepetitionAdvice(Repetitions repetitions, I18NProvider texts) {
        this.repetitions = repetitions;
        this.texts = texts;
    }

    @Override
    public Optional<String> about(SignedIn person, TeamId team, Pack chosen, Locale language) {
        return repetitions
                .of(person.id(), team, chosen.aspect())
                .map(again -> texts.getTranslation(
                        "submission.advice.repeated",
                        language,
                        again.covering().title(),
                        again.rule()
                                .aspect(chosen.aspect())
                                .map(aspect -> aspect.name().in(language))
                                .orElse(chosen.aspect()),
                        again.credential().name().in(language)));
    }
}
