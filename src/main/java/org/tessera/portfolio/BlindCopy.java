package org.tessera.portfolio;

import java.util.List;
import java.util.Optional;
import org.tessera.attachment.Way;
import org.tessera.protocol.Role;
import org.tessera.room.RoomMoment;

/**
 * What assessors read of a submission as it was handed in once. Nothing in it tells whose it is: it has no names, no ids of
 * anything in this product, no days but counted ones, and no checksum of anything that could be looked up.
 *
 * @param answers the parts that are texts, in the order of the credential
 * @param changes what the earner says is different from the attempt before
 * @param context what the earner says of a meeting that replaces another
 * @param evidence numbered in the order of the requirements and rubric rows
 * @param replays how pieces came about; pieces point to them by their place, from 0
 * @param pictures PNG files with pixels and nothing else; what stands elsewhere points to them by their place, from 0
 * @param manifestSha256 of everything that was handed in and is shown here, in lower-case hex; the same in every language. It
 *     proves later what was assessed and is told to no assessor
 */
public record BlindCopy(
        List<Answer> answers,
        List<Paragraph> collaboration,
        List<Paragraph> changes,
        List<Paragraph> context,
        List<String> references,
        List<Evidence> evidence,
        List<Replay> replays,
        List<byte[]> pictures,
        String manifestSha256) {

    public BlindCopy {
        answers = List.copyOf(answers);
        collaboration = List.copyOf(collaboration);
        changes = List.copyOf(changes);
        context = List.copyOf(context);
        references = List.copyOf(references);
        evidence = List.copyOf(evidence);
        replays = List.copyOf(replays);
        pictures = List.copyOf(pictures);
    }

    /**
     * The answer to one part.
     *
     * @param part id of the part in the credential
     * @param words how many words the earner wrote
     */
    public record Answer(String part, String title, List<Paragraph> paragraphs, int words, List<Beside> beside) {
        public Answer {
            paragraphs = List.copyOf(paragraphs);
            beside = List.copyOf(beside);
        }
    }

    /**
     * A paragraph.
     *
     * @param text empty for a list
     * @param points of a list; empty for everything else
     */
    public record Paragraph(Kind kind, String text, List<String> points) {

        /** What it is. */
        public enum Kind {
            WORDS,
            QUOTE,
            HEADING,
            /** About the text rather than of it. */
            ASIDE,
            POINTS
        }

        public Paragraph {
            points = List.copyOf(points);
        }
    }

    /**
     * What was spoken, drawn or photographed beside a text.
     *
     * @param number from 1, in its part
     * @param seconds how long a voice is; 0 where that is not known
     */
    public record Beside(
            Way way,
            int number,
            String description,
            List<Paragraph> transcript,
            long seconds,
            List<Shown> pictures,
            List<Left> leftOut) {
        public Beside {
            transcript = List.copyOf(transcript);
            pictures = List.copyOf(pictures);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * A picture.
     *
     * @param picture its place among the pictures, from 0
     * @param words what it is, for who cannot see it
     */
    public record Shown(int picture, String words) {}

    /**
     * A piece of evidence.
     *
     * @param number from 1
     * @param label for example “Evidence 01”
     * @param origin the meeting it comes from; nothing for what no meeting left
     * @param part which part of it is meant, as a sentence; nothing where all of it is
     * @param isShared whether colleagues may hand it in as well
     * @param sections what it holds
     * @param words what a record or link says
     * @param replay place of its replay, if it has one
     */
    public record Evidence(
            int number,
            String label,
            List<Use> uses,
            Optional<Origin> origin,
            Optional<String> part,
            boolean isShared,
            List<Section> sections,
            List<Paragraph> words,
            List<Shown> pictures,
            List<Left> leftOut,
            Optional<Integer> replay) {
        public Evidence {
            uses = List.copyOf(uses);
            sections = List.copyOf(sections);
            words = List.copyOf(words);
            pictures = List.copyOf(pictures);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * What a piece is evidence for.
     *
     * @param criterion id of the requirement or rubric row in the credential
     * @param item id of the part of the requirement's package, where the requirement is one
     * @param annotation why, in the earner's words
     */
    public record Use(String criterion, Optional<String> item, String annotation) {}

    /**
     * Where a piece comes from.
     *
     * @param name what the step left
     * @param step of the protocol; empty where the protocol is no longer kept
     * @param day of the meeting, counted from the first meeting of the submission, which is day 1
     * @param role the earner's; nothing for who was not there
     * @param isInOwnTime whether each person worked on it alone, so that there are no minutes
     * @param actualSeconds how long it ran; 0 where each person worked alone
     */
    public record Origin(
            String name,
            String protocol,
            String step,
            int day,
            Optional<Role> role,
            boolean isInOwnTime,
            int plannedMinutes,
            long actualSeconds,
            List<Others> others) {
        public Origin {
            others = List.copyOf(others);
        }
    }

    /** How many others were there in a role. */
    public record Others(Role role, int count) {}

    /** A heading with what belongs under it. */
    public record Section(String title, List<String> points) {
        public Section {
            points = List.copyOf(points);
        }
    }

    /**
     * What is not there.
     *
     * @param words why, as a sentence
     */
    public record Left(LeftOut.Why why, int count, String words) {}

    /** A step played again: what everybody in the room was told, at the pace at which it happened. */
    public record Replay(List<Moment> moments) {
        public Replay {
            moments = List.copyOf(moments);
        }
    }

    /**
     * A moment of a replay.
     *
     * @param offset milliseconds since the step began; of a step in people's own time, one second for each moment
     * @param who what they are called, a letter only for who agreed to be read; empty for the room
     * @param texts the words it is about, as far as they are shown in the piece
     */
    public record Moment(long offset, Doer doer, String who, RoomMoment.Kind kind, List<String> texts) {
        public Moment {
            texts = List.copyOf(texts);
        }
    }

    /** Who did something. */
    public enum Doer {
        EARNER,
        COLLEAGUE,
        /** The clock, the house, or what opened to everybody at once. */
        ROOM
    }
}
