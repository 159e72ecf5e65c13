package org.tessera.room;

import static org.tessera.room.Commands.context;
import static org.tessera.room.Commands.existingText;
import static org.tessera.room.Commands.work;
import static org.tessera.room.Part.coach;
import static org.tessera.room.Part.facilitator;
import static org.tessera.room.Part.participant;
import static org.tessera.room.Part.presenter;
import static org.tessera.room.Part.recorder;
import static org.tessera.room.Part.timekeeper;
import static org.tessera.room.RehearsalPlan.aRoom;

/** The two meetings most tests take place in. */
final class Gatherings {

    private Gatherings() {}

    /** Six people around an essay of three pages; the story behind it stays locked until the presenter speaks. */
    static RehearsalPlan aroundStudentWork() {
        return aRoom().of("looking-at-student-work")
                .with(facilitator("ana"), presenter("ben"), recorder("rosa"), timekeeper("tim"))
                .with(participant("eva"), coach("cleo"))
                .bringing(work("essay", "Essay on rivers", 3), context("story", "What the class did before", 1));
    }

    /** Six people on the way to a vision, with an old one to react to; ana and rosa, tim and eva, leo make the pairs. */
    static RehearsalPlan towardsAVision() {
        return aRoom().of("post-it-vision")
                .with(facilitator("ana"), recorder("rosa"), timekeeper("tim"))
                .with(participant("eva"), participant("leo"), coach("cleo"))
                .bringing(existingText("old vision", "Our vision", "Every child matters."));
    }

    static Rehearsal lookingIn(String phase) {
        return aroundStudentWork().inPhase(phase);
    }

    static Rehearsal visionIn(String phase) {
        return towardsAVision().inPhase(phase);
    }

    /** The vision's meeting, with everybody's reaction to the old one before it. */
    static Rehearsal visionWithReactionsIn(String phase) {
        Rehearsal reacting = visionIn("react")
                .does("ana", Commands.addNoteOfKind("works", "ana's reaction", "every child"))
                .does("eva", Commands.addNoteOfKind("doubt", "eva's reaction", "too short"));
        return phase.equals("react") ? reacting : reacting.inPhase(phase);
    }

    /** The vision's meeting with three words on the board, two of them in a group called growing. */
    static Rehearsal visionWithWordsIn(String phase) {
        Rehearsal sorted = visionIn("post")
                .does("ana", Commands.addNote("roots", "roots"))
                .does("eva", Commands.addNote("wings", "wings"))
                .does("leo", Commands.addNote("light", "light"))
                .inPhase("sort")
                .does("tim", Commands.groupNotes("growing", "roots", "wings"));
        return phase.equals("sort") ? sorted : sorted.inPhase(phase);
    }
}
