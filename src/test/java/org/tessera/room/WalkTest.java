package org.tessera.room;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A test in real browsers, each of its tests with browsers of its own. */
abstract class WalkTest {

    @Autowired
    private ApplicationContext app;

    RoomWalk walk;

    @BeforeEach
    void openBrowsers() {
        walk = new RoomWalk(app);
    }

    @AfterEach
    void closeBrowsers() {
        walk.close();
    }
}
