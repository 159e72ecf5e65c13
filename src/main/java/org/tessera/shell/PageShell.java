package org.tessera.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;

/** What every page has in common: the server may push to it. */
@Push
public class PageShell implements AppShellConfigurator {}
