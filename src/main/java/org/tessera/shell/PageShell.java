package org.tessera.shell;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/**
 * What every page has in common: the theme, and a socket through which the server may push to it. What the browser
 * sends goes by ordinary requests, which carry the cookies and see every filter.
 *
 * <p>The features' styles are here too, because their cards stand on pages that do not know them: Flow loads a style
 * with the pages from which it is reached, and home reaches its cards only as beans.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("assets/pages.css")
@CssImport("./styles/tessera.css")
@CssImport("./styles/room.css")
@CssImport("./styles/artifact.css")
@CssImport("./styles/evidence.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@PageTitle("Tessera")
public class PageShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "assets/mark.svg", "any");
        settings.addMetaTag("robots", "noindex");
    }
}
