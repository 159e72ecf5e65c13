package org.tessera.assessment;

import java.util.Locale;

/** Something one assessor does on a case. */
public enum Task {
    /** Looks whether everything is there; scores nothing. */
    CHECK,
    FIRST_SCORE,
    /** Scores without knowing what the first scorer found. */
    SECOND_SCORE,
    /** Decides where the two scorers differ. */
    ADJUDICATION,
    /** Reads the result before the earner does, and lets it pass or gives it back. */
    APPROVAL,
    /** Looks once more at rows the earner has asked about. */
    APPEAL;

    /** The word for it in addresses and texts: {@code first-score}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether levels are given in it. */
    public boolean isScoring() {
        return this != CHECK && this != APPROVAL;
    }
}
