package org.tessera.privacy.ui;

import org.tessera.privacy.Clearance;
import org.tessera.privacy.ClearanceState;
import org.tessera.privacy.Deed;
import org.tessera.privacy.Subject;

/** The keys of words that differ between pages, which are covered, and recordings, which are listened to. */
final class StateWords {

    private static final String RECORDING = ".recording";

    private StateWords() {}

    /** How far it is. */
    static String state(Clearance clearance) {
        String key = "privacy.state." + clearance.state();
        return isRecording(clearance.subject())
                        && (clearance.state() == ClearanceState.FOUND || clearance.state() == ClearanceState.BURNED_IN)
                ? key + RECORDING
                : key;
    }

    /** What is to be done next, by its owner or by somebody else. */
    static String next(Clearance clearance, boolean owns) {
        String key = "privacy.next." + (owns ? "owner." : "other.") + clearance.state();
        return isRecording(clearance.subject()) && clearance.state() != ClearanceState.WITHDRAWN
                ? key + RECORDING
                : key;
    }

    /** What was done. */
    static String deed(Subject subject, Deed deed) {
        String key = "privacy.deed." + deed;
        return isRecording(subject) && deed == Deed.BURNED_IN ? key + RECORDING : key;
    }

    private static boolean isRecording(Subject subject) {
        return subject.kind() == Subject.Kind.RECORDING;
    }
}
