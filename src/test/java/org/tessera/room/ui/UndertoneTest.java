package org.tessera.room.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a quiet prompt takes for advice or judgement, and what is close to it and is not. */
class UndertoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Have you thought of working in groups?",
                "have you tried a rubric",
                "Why don’t you give them the text first?",
                "Why don't you start with the graph?",
                "You should let them choose.",
                "It is a long task. Wouldn’t it be better to split it?",
                "What if you gave them less time?",
                "If I were you, I'd drop the last page",
                "¿No sería mejor dividirlos en grupos?",
                "Deberías darles más tiempo",
                "¿Has pensado en usar una rúbrica?",
                "¿Y si usas el mismo texto para todos?",
                "Una cosa: ¿por qué no pruebas con parejas?",
            })
    void advice_is_heard_in(String question) {
        assertThat(Undertone.isAdvice(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How long did the students have?",
                "Have you taught this before?",
                "Why did you choose this text?",
                "What would you do if you had twice the time?",
                "What did the students think you should do?",
                "Could you tell us who graded it?",
                "How do you know that they understood?",
                "You shouldered the grading alone?",
                "¿Cuánto tiempo tuvieron?",
                "¿Podrías contarnos quién lo corrigió?",
                "¿Por qué no terminaron todos?",
                "¿Qué crees que deberías escuchar hoy?",
            })
    void advice_is_not_heard_in(String question) {
        assertThat(Undertone.isAdvice(question)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The handwriting is messy.",
                "A good beginning",
                "The student should have labelled the axes",
                "Well done on page 2!",
                "I like the drawing",
                "El dibujo es muy bonito",
                "Debería haber puesto los ejes",
                "Está mal hecho",
            })
    void judgement_is_heard_in(String observation) {
        assertThat(Undertone.isJudgement(observation)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The student crosses out the third line.",
                "There are four taps; the fourth has no number.",
                "The student writes “this is a good idea”",
                "The goods are listed twice",
                "Goodman is named as the author",
                "El estudiante escribe «me gusta el río»",
                "Hay cuatro llaves y la cuarta no tiene número",
                "La palabra malecón está subrayada",
            })
    void judgement_is_not_heard_in(String observation) {
        assertThat(Undertone.isJudgement(observation)).isFalse();
    }
}
