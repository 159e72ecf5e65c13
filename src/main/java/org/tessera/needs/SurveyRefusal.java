package org.tessera.needs;

/** Why something is not done with a survey. */
public enum SurveyRefusal {
    /** Only members of the team do that. */
    NOT_A_MEMBER,
    /** It has no title. */
    NO_TITLE,
    /** It asks nothing. */
    NO_QUESTION,
    /** It asks more than {@link Survey#MOST_QUESTIONS} questions. */
    TOO_MANY_QUESTIONS,
    /** A question has no words. */
    QUESTION_BLANK,
    /** A question offers fewer than two choices, or the same twice, or more than twelve. */
    CHOICES,
    /** The last day is over. */
    LAST_DAY_OVER,
    /** Its results were to be seen: more answers would tell who came later. */
    RESULTS_SEEN
}
