package org.tessera.support;

import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.jvm.functions.Function1;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.tessera.account.Person;
import org.tessera.account.SignInId;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One page, of a person or of nobody, without a browser: it lives in the thread that opens it. */
public final class OpenPage implements AutoCloseable {

    /** What the browser draws from words in properties, in the order in which they are read. */
    private static final Map<String, List<String>> DRAWN = Map.of(
            "tessera-person", List.of("called", "does", "beside", "away", "hand", "place", "ready"),
            "tessera-steps", List.of("steps"));

    private OpenPage() {}

    /** Signs {@code person} in and opens the product in {@code language}; {@link #go} then opens an address. */
    public static OpenPage of(ApplicationContext application, Person person, Locale language) {
        SignedIn signedIn = new SignedIn(person.id(), person.name(), false, null, language);
        return of(application, new SignInToken(new SignInId(UUID.randomUUID()), signedIn));
    }

    /** Opens the product for who has signed in, a person or a guest, in their language. */
    public static OpenPage of(ApplicationContext application, SignInToken token) {
        SecurityContextHolder.setContext(new SecurityContextImpl(token));
        return open(application, session -> {
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(token);
            request.setUserInRole((_, role) -> token.getAuthorities().stream()
                    .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())));
            return request;
        });
    }

    /** Opens the product for somebody who has not signed in, in a browser that asks for {@code language}. */
    public static OpenPage ofStranger(ApplicationContext application, Locale language) {
        SecurityContextHolder.clearContext();
        OpenPage page = open(application, FakeRequest::new);
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
        return page;
    }

    private static OpenPage open(ApplicationContext application, Function1<FakeHttpSession, FakeRequest> requests) {
        MockVaadin.setMockRequestFactory(requests);
        MockVaadin.setup(UI::new, new MockSpringServlet(pagesOf(application), application, UI::new));
        return new OpenPage();
    }

    /** Opens an address; it may have a query. */
    public OpenPage go(String address) {
        Location there = new Location(address);
        UI.getCurrent().navigate(there.getPath(), there.getQueryParameters());
        MockVaadin.clientRoundtrip(true);
        return this;
    }

    /** Where the page stands, without its query. */
    public String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    /** What can be read on the page and in its notifications, a piece of text a line; nothing that is not visible. */
    public String visible() {
        return Stream.concat(
                        LocatorJ._find(Component.class).stream()
                                .filter(component ->
                                        component.getChildren().findAny().isEmpty())
                                .flatMap(OpenPage::texts),
                        NotificationsKt.getNotifications().stream()
                                .map(notification -> notification.getElement().getProperty("text", "")))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** All words on the page, a line for each piece of text; folded parts too. */
    public List<String> words() {
        return everything(UI.getCurrent())
                .flatMap(OpenPage::texts)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The menu behind one's own initials; empty for who is not signed in. */
    public Optional<Element> ownMenu() {
        return everything(UI.getCurrent())
                .map(Component::getElement)
                .filter(element -> !element.isTextNode() && element.getTag().equals("tessera-own-menu"))
                .findFirst();
    }

    /** Chooses in the menu behind one's own initials what has these words. */
    public void choose(String words) {
        Element menu = ownMenu().orElseThrow();
        String key = entries((JsonNode) menu.getPropertyRaw("entries"))
                .filter(entry -> entry.path("text").asString().equals(words))
                .map(entry -> entry.path("key").asString())
                .findFirst()
                .orElseThrow();
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("event.detail", key);
        menu.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(menu, "chosen", data));
    }

    private static Stream<JsonNode> entries(JsonNode list) {
        return list.valueStream().flatMap(entry -> Stream.concat(Stream.of(entry), entries(entry.path("more"))));
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
        SecurityContextHolder.clearContext();
    }

    /** The pages of the running application; Karibu's own search finds public classes only, and ours are not. */
    private static Routes pagesOf(ApplicationContext application) {
        ApplicationRouteRegistry registry = ApplicationRouteRegistry.getInstance(
                new VaadinServletContext(application.getBean(ServletContext.class)));
        Set<Class<? extends Component>> pages = registry.getRegisteredRoutes().stream()
                .map(RouteData::getNavigationTarget)
                .collect(Collectors.toSet());
        registry.getLayouts().forEach(layout -> pages.add(layout.asSubclass(Component.class)));
        Set<Class<? extends HasErrorParameter<?>>> errors = Stream.of(
                        new NotFoundException(), new AccessDeniedException())
                .map(kind -> errorPage(registry, kind))
                .collect(Collectors.toSet());
        return new Routes(pages, errors, true);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends HasErrorParameter<?>> errorPage(ApplicationRouteRegistry registry, Exception kind) {
        return (Class<? extends HasErrorParameter<?>>)
                (Class<?>) registry.getErrorNavigationTarget(kind).orElseThrow().getNavigationTarget();
    }

    private static Stream<String> texts(Component component) {
        if (component instanceof HasText text) {
            return Stream.of(text.getText());
        }
        Element element = component.getElement();
        return DRAWN.getOrDefault(element.isTextNode() ? "" : element.getTag(), List.of()).stream()
                .map(element::getPropertyRaw)
                .filter(Objects::nonNull)
                .flatMap(OpenPage::strings);
    }

    /** All strings in what the browser draws. */
    private static Stream<String> strings(Object property) {
        return switch (property) {
            case ArrayNode list -> list.valueStream().flatMap(OpenPage::strings);
            case ObjectNode object -> object.valueStream().flatMap(OpenPage::strings);
            case StringNode text -> Stream.of(text.stringValue());
            case String text -> Stream.of(text);
            default -> Stream.of();
        };
    }

    private static Stream<Component> everything(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(OpenPage::everything));
    }
}
