package org.tessera.portfolio;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.tessera.account.Accounts;
import org.tessera.account.PersonId;
import org.tessera.submission.Platform;

/** The scene for tests of pages. */
public final class PackageScene {

    private final Scene scene;

    public PackageScene(ApplicationContext application) {
        scene = new Scene(application);
    }

    public Accounts accounts() {
        return scene.accounts;
    }

    public PersonId earner() {
        return scene.ana.id();
    }

    public PersonId colleague() {
        return scene.ben.id();
    }

    public void handIn() {
        scene.handIn();
    }

    /** Hands in for assessors who read it here. */
    public void handInForThePanel() {
        scene.handIn(Platform.PANEL, scene.what(Scene.REFLECTION, List.of()));
    }

    /** Hands in a reflection that begins with {@code words}. */
    public void handInNaming(String words) {
        scene.handIn(scene.what(words + " " + Scene.REFLECTION, List.of()));
    }
}
