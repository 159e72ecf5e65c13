package org.tessera.artifact.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A headed part of an artifact's page. */
abstract class Part extends Section {

    private static final long serialVersionUID = 1L;

    Part(String key) {
        addClassNames("artifact-part", "artifact-" + key);
        add(new H2(getTranslation("artifact.part." + key)));
    }
}
