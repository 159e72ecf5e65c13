package org.tessera.account.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.tessera.account.Person;
import org.tessera.account.SignedIn;

/** Who is in a team. */
final class Members extends Section {

    private static final long serialVersionUID = 1L;

    Members(List<Person> people, SignedIn me) {
        addClassNames("card", "members");
        add(new H2(getTranslation("account.team.members", people.size())));
        UnorderedList list = new UnorderedList();
        people.forEach(person -> list.add(item(person, person.id().equals(me.id()))));
        add(list);
    }

    private ListItem item(Person person, boolean isMe) {
        Avatar picture = new Avatar(person.name());
        picture.getElement().setAttribute("aria-hidden", "true");
        ListItem item = new ListItem(picture, new Span(person.name()));
        if (isMe) {
            Span mark = new Span(getTranslation("account.team.me"));
            mark.addClassName("quiet");
            item.add(mark);
        }
        return item;
    }
}
