package org.tessera.room.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Round the button that hands the device on: takes what is shown off the screen in the browser, before the server hears
 * of it, and stops the button while the line is broken.
 */
@Tag("tessera-hand-on")
@JsModule("./tessera-hand-on.ts")
final class HandOn extends Component implements HasComponents {

    HandOn(Component button) {
        add(button);
    }
}
