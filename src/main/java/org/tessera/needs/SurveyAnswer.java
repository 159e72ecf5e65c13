package org.tessera.needs;

/** What comes of doing something with a survey. */
public sealed interface SurveyAnswer {

    /** Done; the survey as it is now. */
    record Done(Survey survey) implements SurveyAnswer {}

    /** Not done, and why. */
    record Refused(SurveyRefusal why) implements SurveyAnswer {}
}
