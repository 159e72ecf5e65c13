package org.tessera.account.ui;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tessera.account.SignInToken;

/** A browser without a browser: one page in this thread, of one person or of nobody. */
final class Visit implements AutoCloseable {

    Visit(ApplicationContext application, @Nullable SignInToken person, Locale language) {
        SecurityContextHolder.clearContext();
        if (person != null) {
            SecurityContextHolder.getContext().setAuthentication(person);
        }
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            if (person != null) {
                request.setUserPrincipalInt(person);
                request.setUserInRole((_, role) -> person.getAuthorities().stream()
                        .anyMatch(right -> ("ROLE_" + role).equals(right.getAuthority())));
            }
            return request;
        });
        MockVaadin.setup(UI::new, new MockSpringServlet(routes(application), application, UI::new));
        if (person == null) {
            // what the browser asks for decides, until somebody has signed in
            VaadinSession.getCurrent().setLocale(language);
            UI.getCurrent().setLocale(language);
        }
    }

    void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Everything that can be read on the page, a part a line. */
    String words() {
        return LocatorJ._find(Component.class).stream()
                .filter(HasText.class::isInstance)
                .filter(part -> part.getChildren().findAny().isEmpty())
                .map(part -> ((HasText) part).getText())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** Where the page stands, without parameters. */
    String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    /** The pages of the running application, those included that only their own package sees. */
    private static Routes routes(ApplicationContext application) {
        ApplicationRouteRegistry registry = ApplicationRouteRegistry.getInstance(
                new VaadinServletContext(application.getBean(ServletContext.class)));
        Set<Class<? extends Component>> pages = registry.getRegisteredRoutes().stream()
                .map(RouteData::getNavigationTarget)
                .collect(Collectors.toSet());
        registry.getLayouts().forEach(layout -> pages.add(layout.asSubclass(Component.class)));
        Set<Class<? extends HasErrorParameter<?>>> errors = new HashSet<>();
        for (Exception kind : List.of(new NotFoundException(), new AccessDeniedException())) {
            errors.add(errorPage(registry, kind));
        }
        return new Routes(pages, errors, true);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends HasErrorParameter<?>> errorPage(ApplicationRouteRegistry registry, Exception kind) {
        return (Class<? extends HasErrorParameter<?>>)
                (Class<?>) registry.getErrorNavigationTarget(kind).orElseThrow().getNavigationTarget();
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }
}
