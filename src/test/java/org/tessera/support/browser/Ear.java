package org.tessera.support.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hears everything a page receives: addresses, headers and bodies of all answers, and all frames of its sockets. */
public final class Ear {

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** Something received, with where it came from. */
    public record Heard(String from, String text) {}

    private final List<Heard> heard = new ArrayList<>();
    private long bytes;

    private Ear() {}

    /** Begins to listen; must come before the page is opened. */
    public static Ear at(Page page) {
        Ear ear = new Ear();
        page.context().route("**/*", ear::hear);
        page.onWebSocket(socket -> {
            ear.keep(socket.url(), socket.url().getBytes(StandardCharsets.UTF_8));
            socket.onFrameReceived(frame -> ear.keep(
                    socket.url(),
                    frame.binary() == null ? frame.text().getBytes(StandardCharsets.UTF_8) : frame.binary()));
        });
        return ear;
    }

    private void hear(Route route) {
        try {
            APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            String url = route.request().url();
            keep(url, (url + "\n" + answer.headers()).getBytes(StandardCharsets.UTF_8));
            keep(url, answer.body());
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        } catch (PlaywrightException gone) {
            // the page has gone elsewhere before the answer was there, so it received nothing
            route.abort();
        }
    }

    private synchronized void keep(String from, byte[] body) {
        bytes += body.length;
        heard.add(new Heard(from, plain(new String(body, StandardCharsets.UTF_8))));
        String asLatin = new String(body, StandardCharsets.ISO_8859_1);
        heard.add(new Heard(from, asLatin));
    }

    /** With what JSON hides behind escapes. */
    private static String plain(String text) {
        Matcher there = ESCAPED.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (there.find()) {
            there.appendReplacement(
                    plain, Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(there.group(1), 16))));
        }
        return there.appendTail(plain).toString();
    }

    /** How much was received, in bytes. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Whether {@code words} were received at all. */
    public synchronized boolean has(String words) {
        return heard.stream().anyMatch(one -> one.text().contains(words));
    }

    /** Where one of {@code words} was received, in whatever case, with what stands around it. */
    public synchronized List<String> whereIs(List<String> words) {
        List<String> places = new ArrayList<>();
        for (Heard one : heard) {
            String folded = one.text().toLowerCase(Locale.ROOT);
            for (String word : words) {
                int at = folded.indexOf(word.toLowerCase(Locale.ROOT));
                if (at >= 0) {
                    places.add(word + " in " + one.from() + ": …"
                            + one.text()
                                    .substring(
                                            Math.max(0, at - 60),
                                            Math.min(one.text().length(), at + 60)) + "…");
                }
            }
        }
        return places;
    }
}
