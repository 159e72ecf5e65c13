package org.tessera.exhibit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much people may bring; settings under {@code tessera.uploads}. Documents and pictures are also held to the limits of
 * the intake that draws them.
 *
 * @param file the largest recording
 * @param team the space all recordings of a team may take, those on their way included
 * @param patience how long an unfinished upload is kept after the last of it came
 * @param spare what stays free on the disk, whatever comes
 */
@ConfigurationProperties("tessera.uploads")
public record UploadLimits(
        @DefaultValue("4GB") DataSize file,
        @DefaultValue("40GB") DataSize team,
        @DefaultValue("7d") Duration patience,
        @DefaultValue("1GB") DataSize spare) {

    /** What a sentence about a refusal may mention: megabytes of a recording, gigabytes of a team, days of patience. */
    public Object[] forSentences() {
        return new Object[] {file.toMegabytes(), team.toGigabytes(), patience.toDays()};
    }
}
