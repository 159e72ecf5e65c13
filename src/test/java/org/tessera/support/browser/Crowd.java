package org.tessera.support.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Several people at their own browsers: one Chromium, a context for each. */
public final class Crowd implements AutoCloseable {

    private static final int PATIENCE = 60_000;
    private static final Path PICTURES = Path.of("target/pictures");
    private static final String HEARING = resource("/browser/hearing.js");
    private static final String SEEN = resource("/browser/seen.js");

    private final URI server;
    private final Playwright playwright;
    private final Browser chromium;
    private final List<String> also;
    private final List<String> violations = new ArrayList<>();
    private final List<Browser> loners = new ArrayList<>();
    private double keyMillis;

    public Crowd(URI server) {
        this(server, List.of());
    }

    /** People whose devices have a camera and a microphone that hears a beep each second; the browser lets pages use them. */
    public static Crowd withDevices(URI server) {
        return new Crowd(server, List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"));
    }

    private Crowd(URI server, List<String> also) {
        this.server = server;
        this.also = also;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = launched();
    }

    private Browser launched() {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(Stream.concat(
                                        also.stream(),
                                        Stream.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync",
                                                "--disable-dev-shm-usage"))
                                .toList()));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Crowd.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system's Chromium: the one {@code TESSERA_CHROMIUM} names, or the first on the path. */
    private static Path executable() {
        String named = System.getenv("TESSERA_CHROMIUM");
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        return Stream.concat(
                        Stream.ofNullable(named).filter(name -> !name.isBlank()).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no Chromium; ./tessera doctor says how to get one"));
    }

    /** From now on everybody takes so long for each key they type; at first they take no time at all. */
    public Crowd typing(Duration aKey) {
        keyMillis = aKey.toMillis();
        return this;
    }

    /** Somebody at a browser of this width, reading this language. */
    public Someone at(int width, int height, String language, ColorScheme scheme) {
        return in(chromium, width, height, language, scheme);
    }

    /** Somebody at a school laptop with a browser of their own, whose processes can be killed. */
    public Loner alone() {
        Browser own = launched();
        loners.add(own);
        return new Loner(own, in(own, 1280, 800, "en", ColorScheme.LIGHT));
    }

    private Someone in(Browser browser, int width, int height, String language, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setViewportSize(width, height)
                .setLocale(language)
                .setColorScheme(scheme));
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        return new Someone(context);
    }

    /** Somebody at a school laptop. */
    public Someone atLaptop() {
        return at(1280, 800, "en", ColorScheme.LIGHT);
    }

    /** Somebody on a phone. */
    public Someone onPhone() {
        return at(360, 740, "en", ColorScheme.LIGHT);
    }

    /** A person whose browser nobody else uses. */
    public static final class Loner {

        private final Someone someone;
        private final List<ProcessHandle> processes;

        private Loner(Browser browser, Someone someone) {
            this.someone = someone;
            JsonObject all = browser.newBrowserCDPSession().send("SystemInfo.getProcessInfo");
            this.processes = all.getAsJsonArray("processInfo").asList().stream()
                    .map(process -> process.getAsJsonObject().get("id").getAsLong())
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
        }

        public Someone someone() {
            return someone;
        }

        /** Kills the browser with everything in it: no page gets to say goodbye. */
        public void kill() {
            processes.forEach(ProcessHandle::destroyForcibly);
            processes.forEach(process -> process.onExit().join());
        }
    }

    /** What axe found wrong, on whatever pages it was asked about. */
    public List<String> violations() {
        return violations;
    }

    /** A person at a browser. */
    public final class Someone {

        private final Page page;
        private final List<String> heard = new ArrayList<>();

        Someone(BrowserContext context) {
            context.exposeFunction("tesseraHears", words -> heard.add(String.valueOf(words[0])));
            context.addInitScript(HEARING);
            page = context.newPage();
        }

        public Page page() {
            return page;
        }

        public Keyboard keys() {
            return new Keyboard(page);
        }

        /** What a screen reader was given to say so far, in order. */
        public List<String> heard() {
            return List.copyOf(heard);
        }

        /** Waits until a screen reader has been given {@code words}, alone or within a longer sentence. */
        public Someone hears(String words) {
            page.waitForCondition(() -> heard.stream().anyMatch(sentence -> sentence.contains(words)));
            return this;
        }

        public Someone signIn(String email, String password) {
            page.navigate("/login");
            page.locator("input[name=username]").fill(email);
            page.locator("input[name=password]").fill(password);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            return this;
        }

        public Someone join(String code, String name) {
            page.navigate("/join/" + code);
            page.locator("input[name=name]").fill(name);
            page.locator("input[name=name]").press("Enter");
            page.waitForURL(url -> url.contains("/rooms/"));
            return this;
        }

        public Someone open(String path) {
            page.navigate(path);
            return this;
        }

        /** Types {@code text} into {@code field} key by key, behind what stands there. */
        public Someone types(Locator field, String text) {
            field.pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(keyMillis));
            return this;
        }

        public Locator button(String name) {
            return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                    .first();
        }

        /** Asks axe about the page as it is now: everything in light, and in dark what a scheme changes, its colours. */
        public Someone isAccessible(String where) {
            isAccessibleInLight(where);
            in(ColorScheme.DARK);
            askAxe(where + ", dark", axe().withRules(List.of("color-contrast", "link-in-text-block")));
            in(ColorScheme.LIGHT);
            return this;
        }

        /** Asks axe everything about the page as it is now, in light. */
        public Someone isAccessibleInLight(String where) {
            in(ColorScheme.LIGHT);
            askAxe(where, axe());
            return this;
        }

        /** Without motion: half-way through a change of colours nothing has its contrast. */
        private void in(ColorScheme scheme) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        }

        private AxeBuilder axe() {
            AxeRunOptions options = new AxeRunOptions();
            // what is well is most of what axe has to say, and takes the longest to carry over
            options.setResultTypes(List.of("violations"));
            // a page of ours has no frames of others, for which axe would open a page of its own each time
            return new AxeBuilder(page).options(options).setLegacyMode(true);
        }

        private void askAxe(String where, AxeBuilder axe) {
            axe.analyze()
                    .getViolations()
                    .forEach(rule -> violations.add(where + ": " + rule.getId() + " — " + rule.getHelp() + " — "
                            + rule.getNodes().stream()
                                    .limit(3)
                                    .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                    .toList()));
        }

        /** Every piece of text that can be seen on the page as it is now. */
        public List<String> seen() {
            return ((List<?>) page.evaluate(SEEN)).stream().map(String::valueOf).toList();
        }

        /** How wide the page is in pixels; more than the window if something does not fit. */
        public int pageWidth() {
            return ((Number) page.evaluate("() => document.scrollingElement.scrollWidth")).intValue();
        }

        /** Keeps a picture of the page for people to look at. */
        public Someone picture(String name) {
            try {
                Files.createDirectories(PICTURES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
            return this;
        }
    }

    @Override
    public void close() {
        loners.stream().filter(Browser::isConnected).forEach(Browser::close);
        chromium.close();
        playwright.close();
    }
}
