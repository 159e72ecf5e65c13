package org.tessera.record;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.tessera.record.Told.Note;

/**
 * A board as a picture: its groups below each other, each with its notes as cards in four columns. Where people had put a
 * note to the left or right is not kept; what stands together is.
 */
final class BoardPicture {

    private static final int WIDTH = 1600;
    private static final int MARGIN = 48;
    private static final int GAP = 16;
    private static final int COLUMNS = 4;
    private static final int CARD = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
    private static final int PADDING = 14;
    /** A very large board is drawn smaller, so that no picture needs more memory than this many pixels do. */
    private static final double MOST_PIXELS = 16_000_000;

    private static final Color GROUND = new Color(0xF7F5F0);
    private static final Color PAPER = Color.WHITE;
    private static final Color LINE = new Color(0xC9C3B5);
    private static final Color INK = new Color(0x22262B);
    private static final Color QUIET = new Color(0x5A6068);

    private final Told told;
    private final Wording wording;
    private final Copy copy;
    private final Font title = Typeface.BOLD.font(34);
    private final Font head = Typeface.BOLD.font(22);
    private final Font text = Typeface.REGULAR.font(18);
    private final Font small = Typeface.REGULAR.font(14);

    private BoardPicture(Told told, Reading reading) {
        this.told = told;
        this.wording = new Wording(reading);
        this.copy = reading.copy();
    }

    /** The picture as PNG. */
    static byte[] of(Told told, Reading reading) {
        BoardPicture picture = new BoardPicture(told, reading);
        double height = picture.measured();
        double scale = Math.min(1, Math.sqrt(MOST_PIXELS / (WIDTH * height)));
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) (WIDTH * scale)), Math.max(1, (int) (height * scale)), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(scale, scale);
        picture.draw(pen);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    private double measured() {
        Graphics2D pen = pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        pen.setClip(0, 0, 0, 0);
        int height = draw(pen);
        pen.dispose();
        return height;
    }

    /** Draws everything and says how high it is. */
    private int draw(Graphics2D pen) {
        int y = MARGIN;
        y = lines(pen, title, INK, told.setting().title(), MARGIN, y, WIDTH - 2 * MARGIN) + GAP;
        List<Note> notes = told.notesInOrder();
        if (notes.isEmpty()) {
            y = lines(pen, text, QUIET, wording.say("record.board.empty"), MARGIN, y, WIDTH - 2 * MARGIN);
        }
        for (Told.Group group : told.groupsInOrder()) {
            List<Note> inside = notes.stream()
                    .filter(note -> told.groupOf(note).filter(group::equals).isPresent())
                    .toList();
            String name = group.name().isBlank() ? wording.say("record.minutes.unnamed") : group.name();
            y = section(pen, name, inside, y);
        }
        List<Note> loose =
                notes.stream().filter(note -> told.groupOf(note).isEmpty()).toList();
        boolean sorted = loose.size() < notes.size();
        return section(pen, sorted ? wording.say("record.board.loose") : "", loose, y) + MARGIN;
    }

    private int section(Graphics2D pen, String name, List<Note> notes, int from) {
        if (notes.isEmpty()) {
            return from;
        }
        int y = from + GAP;
        if (!name.isEmpty()) {
            y = lines(pen, head, INK, name, MARGIN, y, WIDTH - 2 * MARGIN) + GAP / 2;
        }
        for (int first = 0; first < notes.size(); first += COLUMNS) {
            List<Note> row = notes.subList(first, Math.min(notes.size(), first + COLUMNS));
            int height = row.stream().mapToInt(note -> height(pen, note)).max().orElse(0);
            for (int column = 0; column < row.size(); column++) {
                card(pen, row.get(column), MARGIN + column * (CARD + GAP), y, height);
            }
            y += height + GAP;
        }
        return y;
    }

    private int height(Graphics2D pen, Note note) {
        return 2 * PADDING
                + wrapped(pen, text, note.text(), CARD - 2 * PADDING).size()
                        * pen.getFontMetrics(text).getHeight()
                + wrapped(pen, small, about(note), CARD - 2 * PADDING).size()
                        * pen.getFontMetrics(small).getHeight()
                + PADDING / 2;
    }

    private void card(Graphics2D pen, Note note, int x, int y, int height) {
        pen.setColor(PAPER);
        pen.fillRoundRect(x, y, CARD, height, 10, 10);
        pen.setColor(LINE);
        pen.drawRoundRect(x, y, CARD, height, 10, 10);
        int below = lines(pen, text, INK, note.text(), x + PADDING, y + PADDING, CARD - 2 * PADDING);
        lines(pen, small, QUIET, about(note), x + PADDING, below + PADDING / 2, CARD - 2 * PADDING);
    }

    private String about(Note note) {
        Optional<String> by =
                told.writerOf(note).map(person -> copy == Copy.NAMED ? person.name() : wording.role(person.role()));
        return by.map(name -> wording.kind(note.kind()) + " · " + name).orElseGet(() -> wording.kind(note.kind()));
    }

    /** Writes lines from {@code y} down and says where they end. */
    private static int lines(Graphics2D pen, Font font, Color color, String words, int x, int from, int width) {
        FontMetrics metrics = pen.getFontMetrics(font);
        pen.setFont(font);
        pen.setColor(color);
        int y = from;
        for (String line : wrapped(pen, font, words, width)) {
            pen.drawString(line, x, y + metrics.getAscent());
            y += metrics.getHeight();
        }
        return y;
    }

    private static List<String> wrapped(Graphics2D pen, Font font, String words, int width) {
        FontMetrics metrics = pen.getFontMetrics(font);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Characters.drawable(words).strip().split("\\s+")) {
            String joined = line.isEmpty() ? word : line + " " + word;
            if (metrics.stringWidth(joined) <= width) {
                line = new StringBuilder(joined);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line = new StringBuilder();
            for (int c : word.codePoints().toArray()) {
                if (metrics.stringWidth(line + Character.toString(c)) > width) {
                    lines.add(line.toString());
                    line = new StringBuilder();
                }
                line.appendCodePoint(c);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
