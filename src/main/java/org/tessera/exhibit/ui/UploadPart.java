package org.tessera.exhibit.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.UUID;
import org.tessera.account.PersonId;
import org.tessera.account.Team;
import org.tessera.exhibit.ExhibitId;
import org.tessera.exhibit.Upload;
import org.tessera.exhibit.Uploads;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Where own files are sent. The browser sends them by itself, so that what came is safe whatever becomes of the page. */
@Tag("tessera-upload")
@JsModule("./tessera-upload.ts")
final class UploadPart extends Component {

    private static final long serialVersionUID = 1L;

    private static final String PREFIX = "exhibit.upload.";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient Uploads uploads;
    private final transient PersonId me;

    /** @param settled told whenever something became of a file */
    UploadPart(Uploads uploads, PersonId me, List<Team> teams, Runnable settled) {
        this.uploads = uploads;
        this.me = me;
        Map<String, String> names = new TreeMap<>();
        teams.forEach(team -> names.put(team.id().value().toString(), team.name()));
        getElement().setPropertyMap("teams", names);
        getElement().setPropertyList("limits", List.of(uploads.limits().forSentences()));
        getElement().addEventListener("upload-settled", _ -> {
            show();
            settled.run();
        });
        getElement()
                .addEventListener("upload-discarded", event -> {
                    String id = event.getEventData().path("event.detail.id").asString("");
                    uploads.discard(me, new ExhibitId(UUID.fromString(id)));
                    show();
                })
                .addEventData("event.detail.id");
        show();
    }

    /** Shows what is on its way and waits for its file. */
    private void show() {
        ArrayNode waiting = JSON.createArrayNode();
        for (Upload upload : uploads.of(me)) {
            long came = uploads.cameOf(upload);
            if (upload.refusal().isEmpty() && came < upload.bytes()) {
                waiting.addObject()
                        .put("id", upload.id().toString())
                        .put("title", upload.title())
                        .put("bytes", upload.bytes())
                        .put("ends", upload.ends().orElse(""))
                        .put("came", came);
            }
        }
        getElement().setPropertyJson("waiting", waiting);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setPropertyMap("messages", words(getLocale()));
    }

    /** The raw patterns: the browser fills them in by itself. */
    private static Map<String, String> words(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages.exhibit",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }
}
