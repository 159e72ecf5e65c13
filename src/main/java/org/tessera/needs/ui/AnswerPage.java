package org.tessera.needs.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.tessera.account.Languages;
import org.tessera.needs.HandedIn;
import org.tessera.needs.Question;
import org.tessera.needs.Survey;

/** The form of a survey as HTML, which works without its script, too. */
@Component
class AnswerPage {

    static final String TICKET = "ticket";
    static final String LANGUAGE = "lang";
    private static final String QUESTION = "q";

    private final I18NProvider texts;

    AnswerPage(I18NProvider texts) {
        this.texts = texts;
    }

    /** The question a field stands for; the field's own name if it is of no question. */
    static String questionOf(String field) {
        return field.startsWith(QUESTION) ? field.substring(QUESTION.length()) : " " + field;
    }

    /** The form, with what was given already. */
    String form(Survey survey, Locale language, Map<String, List<String>> given, Optional<HandedIn> trouble) {
        Document page = page(survey.title(), language);
        Element main = main(page, survey, language);
        trouble.ifPresent(why -> main.appendElement("p")
                .attr("class", "trouble")
                .attr("role", "alert")
                .text(say("needs.answer.trouble." + why.name().toLowerCase(Locale.ROOT), language)));
        Element before = main.appendElement("div").attr("id", "before").attr("hidden", true);
        before.appendElement("p").attr("role", "status").text(say("needs.answer.before", language));
        before.appendElement("button")
                .attr("type", "button")
                .attr("id", "again")
                .text(say("needs.answer.again", language));
        Element form = main.appendElement("form")
                .attr("method", "post")
                .attr("id", "form")
                .attr("data-link", survey.link())
                .attr("action", survey.link());
        form.appendElement("input")
                .attr("type", "hidden")
                .attr("name", TICKET)
                .attr("value", UUID.randomUUID().toString());
        form.appendElement("input")
                .attr("type", "hidden")
                .attr("name", LANGUAGE)
                .attr("value", language.getLanguage());
        survey.questions()
                .forEach(question -> ask(
                        form,
                        survey,
                        question,
                        given.getOrDefault(question.id(), List.of("")).getFirst(),
                        language));
        Element foot = form.appendElement("div").attr("class", "foot");
        foot.appendElement("button").attr("type", "submit").text(say("needs.answer.send", language));
        foot.appendElement("button")
                .attr("type", "button")
                .attr("id", "clear")
                .attr("class", "quiet")
                .attr("hidden", true)
                .text(say("needs.answer.clear", language));
        form.appendElement("p")
                .attr("id", "offline")
                .attr("class", "trouble")
                .attr("role", "alert")
                .attr("hidden", true)
                .text(say("needs.answer.offline", language));
        form.appendElement("p").attr("class", "quiet").text(say("needs.answer.device", language));
        return page.outerHtml();
    }

    /** A word of thanks. */
    String thanks(Survey survey, Locale language) {
        Document page = page(survey.title(), language);
        Element main = page.body().appendElement("main").attr("data-done", survey.link());
        main.appendElement("h1").text(say("needs.answer.thanks", language));
        main.appendElement("p").text(say("needs.answer.thanks.text", language));
        return page.outerHtml();
    }

    /** What is read after the end. */
    String closed(Survey survey, Locale language) {
        return notice(survey.title(), "needs.answer.closed", language);
    }

    /** What is read where there is nothing. */
    String nothing(Locale language) {
        return notice(say("needs.answer.nothing", language), "needs.answer.nothing", language);
    }

    /** What is read when far too much came. */
    String tooMuch(Locale language) {
        return notice(say("needs.answer.much", language), "needs.answer.much", language);
    }

    private String notice(String title, String key, Locale language) {
        Document page = page(title, language);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(say(key, language));
        main.appendElement("p").text(say(key + ".text", language));
        return page.outerHtml();
    }

    private void ask(Element form, Survey survey, Question question, String given, Locale language) {
        String field = QUESTION + question.id();
        if (question.kind() == Question.Kind.OPEN) {
            Element box = form.appendElement("div").attr("class", "question");
            box.appendElement("label")
                    .attr("for", field)
                    .attr("lang", survey.language().getLanguage())
                    .text(question.text());
            box.appendElement("span")
                    .attr("class", "quiet")
                    .attr("id", field + "-hint")
                    .text(say("needs.answer.open", language));
            box.appendElement("textarea")
                    .attr("id", field)
                    .attr("name", field)
                    .attr("rows", "4")
                    .attr("maxlength", String.valueOf(Survey.MOST_WORDS))
                    .attr("aria-describedby", field + "-hint")
                    // the first line break in a textarea is not read
                    .text("\n" + shortened(given));
            return;
        }
        Element group = form.appendElement("fieldset").attr("class", "question");
        group.appendElement("legend")
                .attr("lang", survey.language().getLanguage())
                .text(question.text());
        List<String> answers = question.answers();
        for (int place = 0; place < answers.size(); place++) {
            Element label = group.appendElement("label").attr("class", "choice");
            label.appendElement("input")
                    .attr("type", "radio")
                    .attr("name", field)
                    .attr("value", String.valueOf(place))
                    .attr("checked", given.equals(String.valueOf(place)));
            label.appendElement("span")
                    .attr("lang", survey.language().getLanguage())
                    .text(answers.get(place));
        }
    }

    /** What is far too long is not sent back whole: the browser has it. */
    private static String shortened(String given) {
        return given.length() > 2 * Survey.MOST_WORDS ? given.substring(0, 2 * Survey.MOST_WORDS) : given;
    }

    private Element main(Document page, Survey survey, Locale language) {
        Element main = page.body().appendElement("main");
        main.appendElement("h1").attr("lang", survey.language().getLanguage()).text(survey.title());
        survey.lead().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> main.appendElement("p")
                .attr("lang", survey.language().getLanguage())
                .text(line));
        main.appendElement("p").attr("class", "quiet").text(say("needs.answer.privacy", language, Survey.LEAST));
        Element languages = main.appendElement("p").attr("class", "languages");
        Languages.ALL.stream().filter(other -> !other.equals(language)).forEach(other -> languages
                .appendElement("a")
                .attr("href", survey.link() + "?" + LANGUAGE + "=" + other.getLanguage())
                .attr("lang", other.getLanguage())
                .attr("hreflang", other.getLanguage())
                .text(other.getDisplayLanguage(other)));
        return main;
    }

    private Document page(String title, Locale language) {
        Document page = Document.createShell("");
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.outputSettings().prettyPrint(false);
        Element html = page.head().parent();
        if (html != null) {
            html.attr("lang", language.getLanguage());
        }
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.head().appendElement("title").text(title);
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "files/form.css");
        page.head().appendElement("script").attr("src", "files/form.js").attr("defer", true);
        return page;
    }

    private String say(String key, Locale language, Object... parameters) {
        return texts.getTranslation(key, language, parameters);
    }
}
