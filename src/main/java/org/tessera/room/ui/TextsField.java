package org.tessera.room.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import org.tessera.room.RoomDraft.BroughtText;

/** One or two texts that exist already and that the group is going to react to. */
final class TextsField extends CustomField<List<BroughtText>> {

    private static final int MOST = 2;
    private static final int LONGEST = 4_000;
    private static final int LONGEST_TITLE = 120;

    private record Row(TextField title, TextArea text) {}

    private final List<Row> rows = new ArrayList<>();

    TextsField() {
        setLabel(getTranslation("room.new.texts"));
        setHelperText(getTranslation("room.new.texts.help"));
        for (int i = 1; i <= MOST; i++) {
            add(row(i));
        }
    }

    private Div row(int number) {
        TextField title = new TextField(getTranslation("room.new.texts.title", number));
        title.setPlaceholder(getTranslation("room.new.texts.title.example"));
        title.setMaxLength(LONGEST_TITLE);
        TextArea text = new TextArea(getTranslation("room.new.texts.text", number));
        text.setMaxLength(LONGEST);
        text.setValueChangeMode(ValueChangeMode.ON_BLUR);
        title.addValueChangeListener(_ -> updateValue());
        text.addValueChangeListener(_ -> updateValue());
        rows.add(new Row(title, text));
        Div row = new Div(title, text);
        row.addClassName("text-row");
        return row;
    }

    @Override
    protected List<BroughtText> generateModelValue() {
        List<BroughtText> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String text = rows.get(i).text().getValue().strip();
            String title = rows.get(i).title().getValue().strip();
            if (!text.isEmpty()) {
                texts.add(new BroughtText(
                        title.isEmpty() ? getTranslation("room.new.texts.untitled", i + 1) : title, text));
            }
        }
        return texts;
    }

    @Override
    protected void setPresentationValue(List<BroughtText> texts) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).title().setValue(i < texts.size() ? texts.get(i).title() : "");
            rows.get(i).text().setValue(i < texts.size() ? texts.get(i).text() : "");
        }
    }
}
