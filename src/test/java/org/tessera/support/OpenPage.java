package org.tessera.support;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;
import org.tessera.account.Person;
import org.tessera.account.SignInId;
import org.tessera.account.SignInToken;
import org.tessera.account.SignedIn;

/** One signed-in person's page in the thread of the test, without a browser. */
public final class OpenPage implements AutoCloseable {

    private static final Routes ROUTES = routes();

    private OpenPage() {}

    /** Signs {@code person} in and opens the product in {@code language}; {@link #go} then opens an address. */
    public static OpenPage of(ApplicationContext application, Person person, Locale language) {
        SignedIn signedIn = new SignedIn(person.id(), person.name(), false, null, language);
        SignInToken token = new SignInToken(new SignInId(UUID.randomUUID()), signedIn);
        SecurityContextHolder.getContext().setAuthentication(token);
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(token);
            request.setUserInRole((principal, role) -> token.getAuthorities().stream()
                    .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())));
            return request;
        });
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, application, MockedUI::new));
        UI.getCurrent().setLocale(language);
        return new OpenPage();
    }

    /** Opens an address; it may have a query. */
    public OpenPage go(String address) {
        Location there = new Location(address);
        UI.getCurrent().navigate(there.getPath(), there.getQueryParameters());
        MockVaadin.clientRoundtrip(true);
        return this;
    }

    /** All words on the page, a line for each piece of text; folded parts too. */
    public List<String> words() {
        return everything(UI.getCurrent())
                .filter(HasText.class::isInstance)
                .map(component -> ((HasText) component).getText())
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
        SecurityContextHolder.clearContext();
    }

    /** All pages of the product; Karibu's own search finds public classes only, and ours are not. */
    private static Routes routes() {
        return new Routes(
                classes(new AnnotationTypeFilter(Route.class))
                        .map(OpenPage::page)
                        .collect(Collectors.toSet()),
                classes(new AssignableTypeFilter(HasErrorParameter.class))
                        .map(OpenPage::errorPage)
                        .collect(Collectors.toSet()),
                true);
    }

    private static Stream<Class<?>> classes(TypeFilter filter) {
        ClassPathScanningCandidateComponentProvider search = new ClassPathScanningCandidateComponentProvider(false);
        search.addIncludeFilter(filter);
        return search.findCandidateComponents("org.tessera").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), OpenPage.class.getClassLoader()));
    }

    private static Class<? extends Component> page(Class<?> type) {
        return type.asSubclass(Component.class);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends HasErrorParameter<?>> errorPage(Class<?> type) {
        return (Class<? extends HasErrorParameter<?>>) type;
    }

    private static Stream<Component> everything(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(OpenPage::everything));
    }
}
