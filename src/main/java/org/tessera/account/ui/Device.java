package org.tessera.account.ui;

import java.util.List;
import java.util.Optional;

/**
 * What a person calls the browser and the machine, read from how the browser describes itself.
 *
 * @param browser a product name, the same in every language
 * @param system a product name, the same in every language
 */
record Device(String browser, String system) {

    /** Longer names first where one browser's description contains another's name. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg/", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("Firefox/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("CrOS", "ChromeOS"),
            new Mark("iPad", "iPad"),
            new Mark("iPhone", "iPhone"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("Macintosh", "Mac"),
            new Mark("Linux", "Linux"));

    private record Mark(String sign, String name) {}

    /** The device behind a User-Agent header; nothing for programs and strangers. */
    static Optional<Device> of(String userAgent) {
        return name(userAgent, BROWSERS)
                .flatMap(browser -> name(userAgent, SYSTEMS).map(system -> new Device(browser, system)));
    }

    private static Optional<String> name(String userAgent, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.sign()))
                .map(Mark::name)
                .findFirst();
    }
}
