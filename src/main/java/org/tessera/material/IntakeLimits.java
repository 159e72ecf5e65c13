package org.tessera.material;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one file, one page and one team may be; settings under {@code tessera.intake}.
 *
 * @param file the largest file, as it arrives
 * @param pages the most pages
 * @param pixels the most pixels of a picture, read from its header before it is decoded
 * @param pagePixels the most pixels of a page as it is kept; larger ones are scaled down
 * @param team the space all pages of a team may take
 * @param patience how long one file may be worked on, waiting for a free drawer included
 * @param drawers how many files are drawn at the same time on this machine
 * @param memory the heap of the process that draws one file
 */
@ConfigurationProperties("tessera.intake")
public record IntakeLimits(
        @DefaultValue("25MB") DataSize file,
        @DefaultValue("40") int pages,
        @DefaultValue("50000000") long pixels,
        @DefaultValue("4000000") long pagePixels,
        @DefaultValue("2GB") DataSize team,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("2") int drawers,
        @DefaultValue("384MB") DataSize memory) {

    private static final long MILLION = 1_000_000;

    /** What a sentence about a refusal may mention: megabytes of a file, pages, megapixels, megabytes of a team. */
    public Object[] forSentences() {
        return new Object[] {file.toMegabytes(), pages, pixels / MILLION, team.toMegabytes()};
    }
}
