package org.tessera.writing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.tessera.writing.Writing;

/**
 * A field for a text of the person who looks at the page. The browser keeps what is typed and brings it to the server by
 * itself; what the page knows is what has arrived.
 */
@Tag("tessera-writing")
@JsModule("./tessera-writing.ts")
public final class WritingField extends Component {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "writing.";

    /** @param name what it is called, for those who do not see its heading */
    public WritingField(String name, Writing writing) {
        String place = writing.place().credential().id() + "/"
                + writing.place().credential().version() + "/" + writing.place().part();
        getElement()
                .setProperty("name", name)
                .setProperty("owner", writing.person().value().toString())
                .setProperty(
                        "address",
                        "api/writings/" + place + "?owner=" + writing.person().value());
        shown(writing);
    }

    /** How many words are asked for; 0 where there is no such limit. */
    public void limit(int least, int most, boolean isHard) {
        getElement().setProperty("least", least).setProperty("most", most).setProperty("hard", isHard);
    }

    /** Puts words where the cursor stands; {@code apart} sets them in lines of their own. */
    public void insert(String words, boolean apart) {
        getElement().callJsFunction("insert", words, apart);
    }

    /** Puts another text there, which the server has already. */
    public void renew(Writing writing) {
        shown(writing);
        getElement().executeJs("this.renew({ version: $0, text: $1 })", writing.version(), writing.text());
    }

    /**
     * Sees to it that what was typed has arrived, in all of {@code fields}, and then calls {@code then}; {@code stuck} is called
     * if some of it cannot, which the field itself explains.
     */
    public static void deliver(
            Component page, List<WritingField> fields, SerializableRunnable then, SerializableRunnable stuck) {
        if (fields.isEmpty()) {
            then.run();
            return;
        }
        StringBuilder all = new StringBuilder("return Promise.all([");
        for (int i = 0; i < fields.size(); i++) {
            all.append(i == 0 ? "" : ",").append("$").append(i).append(".deliver()");
        }
        all.append("]).then(kept => kept.every(one => one))");
        Object[] elements = fields.stream().map(Component::getElement).toArray();
        page.getElement().executeJs(all.toString(), elements).then(Boolean.class, kept -> {
            if (kept) {
                then.run();
            } else {
                stuck.run();
            }
        });
    }

    /** Calls {@code told} whenever what was typed has arrived. */
    public void whenKept(Runnable told) {
        getElement().addEventListener("writing-kept", _ -> told.run());
    }

    private void shown(Writing writing) {
        getElement().setPropertyMap("shown", Map.of("version", writing.version(), "text", writing.text()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().setPropertyMap("messages", words(getLocale()));
    }

    /** The raw patterns: the browser fills them in by itself. */
    private static Map<String, String> words(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages.writing",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }
}
