package org.tessera.credit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tessera.credential.Credential;
import org.tessera.credential.CredentialId;
import org.tessera.credential.Credentials;
import org.tessera.credential.Stack;
import org.tessera.credit.Counts;
import org.tessera.credit.Hours;
import org.tessera.credit.Money;
import org.tessera.credit.Rounding;
import org.tessera.credit.Rule;
import org.tessera.credit.RuleAnswer;
import org.tessera.credit.RuleRefusal;
import org.tessera.credit.RuleTerms;
import org.tessera.protocol.Pack;
import org.tessera.protocol.Protocols;

/** The fields of a rule, and beside them the sentences it will be read in. */
class RuleForm extends Div {

    private static final long serialVersionUID = 1L;

    /** Currencies that are offered; a rule may have another one already. */
    private static final List<String> CURRENCIES = List.of("USD", "CAD", "MXN", "EUR", "GBP");

    private static final String ANY = "";

    private enum Kind {
        CREDENTIAL,
        STACK,
        MEETINGS
    }

    private final transient RuleSentences sentences;
    private final Select<Kind> kind = new Select<>();
    private final Select<String> credential = new Select<>();
    private final Select<String> stack = new Select<>();
    private final Select<String> protocol = new Select<>();
    private final TextField minutes = text("credit.form.minutes");
    private final Select<Rounding> rounding = new Select<>();
    private final TextField hours = text("credit.form.hours");
    private final TextField unit = text("credit.form.unit");
    private final TextField amount = text("credit.form.amount");
    private final Select<String> currency = new Select<>();
    private final Checkbox registration = new Checkbox();
    private final DatePicker registerUntil = day("credit.form.register-until");
    private final TextField mostHours = text("credit.form.most-hours");
    private final TextField mostMoney = text("credit.form.most-money");
    private final DatePicker from = day("credit.form.from");
    private final DatePicker until = day("credit.form.until");
    private final Paragraph preview = new Paragraph();
    private final Paragraph wrong = Parts.alert();

    RuleForm(
            Credentials credentials,
            Protocols protocols,
            RuleSentences sentences,
            LocalDate today,
            Optional<Rule> before,
            Function<RuleTerms, RuleAnswer> write,
            Runnable written) {
        this.sentences = sentences;
        addClassName("credit-form");
        label(
                kind,
                "credit.form.counts",
                List.of(Kind.values()),
                one -> getTranslation("credit.form.counts." + word(one)));
        List<Credential> all = credentials.stacks().stream()
                .flatMap(one -> credentials.membersOf(one).stream())
                .toList();
        label(
                credential,
                "credit.form.credential",
                all.stream().map(one -> one.ref().id().value()).distinct().toList(),
                id -> credentials
                        .current(new CredentialId(id))
                        .map(one -> one.name().in(getLocale()))
                        .orElse(id));
        label(
                stack,
                "credit.form.stack",
                credentials.stacks().stream()
                        .map(Stack::ref)
                        .map(ref -> ref.id().value())
                        .toList(),
                id -> credentials
                        .stack(new CredentialId(id))
                        .map(one -> one.name().in(getLocale()))
                        .orElse(id));
        List<Pack> packs = protocols.all();
        label(
                protocol,
                "credit.form.protocol",
                Stream.concat(Stream.of(ANY), packs.stream().map(pack -> pack.ref()
                                .id()))
                        .toList(),
                id -> packs.stream()
                        .filter(pack -> pack.ref().id().equals(id))
                        .findFirst()
                        .map(pack -> pack.name().in(getLocale()))
                        .orElseGet(() -> getTranslation("credit.form.protocol.any")));
        label(
                rounding,
                "credit.form.rounding",
                List.of(Rounding.values()),
                one -> getTranslation("credit.rounding." + word(one)));
        List<String> coins = Stream.concat(
                        CURRENCIES.stream(),
                        before
                                .flatMap(rule -> rule.terms().money())
                                .map(money -> money.currency().getCurrencyCode())
                                .stream())
                .distinct()
                .toList();
        label(currency, "credit.form.currency", coins, Function.identity());
        hours.setHelperText(getTranslation("credit.form.hours.help"));
        unit.setHelperText(getTranslation("credit.form.unit.help"));
        registration.setLabel(getTranslation("credit.form.registration"));
        from.setHelperText(getTranslation("credit.form.from.help"));
        before.ifPresentOrElse(rule -> fill(rule.terms(), today), () -> begin(today));
        kind.setEnabled(before.isEmpty());
        credential.setEnabled(before.isEmpty());
        stack.setEnabled(before.isEmpty());
        protocol.setEnabled(before.isEmpty());
        Button save = new Button(getTranslation("credit.form.write"), _ -> write(write, written));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                kind,
                credential,
                stack,
                protocol,
                row(minutes, rounding),
                row(hours, unit),
                row(amount, currency),
                row(registration, registerUntil),
                row(mostHours, mostMoney),
                row(from, until),
                preview,
                wrong,
                save);
        preview.addClassName("page-note");
        preview.getElement().setAttribute("aria-live", "polite");
        Stream.<HasValue<?, ?>>of(
                        kind,
                        credential,
                        stack,
                        protocol,
                        minutes,
                        rounding,
                        hours,
                        unit,
                        amount,
                        currency,
                        registration,
                        registerUntil,
                        mostHours,
                        mostMoney,
                        from,
                        until)
                .forEach(field -> field.addValueChangeListener(_ -> changed()));
        changed();
    }

    private <T> void label(Select<T> field, String key, List<T> items, Function<T, String> name) {
        field.setLabel(getTranslation(key));
        field.setItems(items);
        field.setItemLabelGenerator(name::apply);
    }

    private TextField text(String key) {
        TextField field = new TextField(getTranslation(key));
        field.setValueChangeMode(ValueChangeMode.ON_BLUR);
        return field;
    }

    private DatePicker day(String key) {
        DatePicker field = new DatePicker(getTranslation(key));
        field.setLocale(getLocale());
        return field;
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("credit-row");
        return row;
    }

    private void begin(LocalDate today) {
        kind.setValue(Kind.CREDENTIAL);
        protocol.setValue(ANY);
        minutes.setValue("60");
        rounding.setValue(Rounding.QUARTER);
        currency.setValue(CURRENCIES.getFirst());
        from.setValue(today);
    }

    private void fill(RuleTerms terms, LocalDate today) {
        begin(today);
        switch (terms.counts()) {
            case Counts.OfCredential(CredentialId id) -> credential.setValue(id.value());
            case Counts.OfStack(CredentialId id) -> {
                kind.setValue(Kind.STACK);
                stack.setValue(id.value());
            }
            case Counts.OfMeetings(Optional<String> only, int per) -> {
                kind.setValue(Kind.MEETINGS);
                protocol.setValue(only.orElse(ANY));
                minutes.setValue(String.valueOf(per));
            }
        }
        rounding.setValue(terms.rounding());
        terms.hours().ifPresent(each -> {
            hours.setValue(each.amount().toPlainString());
            unit.setValue(each.unit());
        });
        terms.money().ifPresent(each -> {
            amount.setValue(each.amount().toPlainString());
            currency.setValue(each.currency().getCurrencyCode());
        });
        registration.setValue(terms.needsRegistration());
        terms.registerUntil().ifPresent(registerUntil::setValue);
        terms.mostHours().ifPresent(most -> mostHours.setValue(most.toPlainString()));
        terms.mostMoney().ifPresent(most -> mostMoney.setValue(most.toPlainString()));
        from.setValue(terms.from().isAfter(today) ? terms.from() : today);
        terms.until().filter(last -> !last.isBefore(today)).ifPresent(until::setValue);
    }

    private void changed() {
        Kind now = kind.getValue();
        credential.setVisible(now == Kind.CREDENTIAL);
        stack.setVisible(now == Kind.STACK);
        protocol.setVisible(now == Kind.MEETINGS);
        minutes.setVisible(now == Kind.MEETINGS);
        rounding.setVisible(now == Kind.MEETINGS);
        registerUntil.setVisible(registration.getValue());
        preview.setText(
                switch (read()) {
                    case Typed.Terms(var terms) ->
                        getTranslation("credit.form.reads", sentences.of(terms, getLocale()));
                    case Typed.Wrong _ -> getTranslation("credit.form.reads.not-yet");
                });
    }

    private void write(Function<RuleTerms, RuleAnswer> write, Runnable written) {
        RuleAnswer answer =
                switch (read()) {
                    case Typed.Terms(var terms) -> write.apply(terms);
                    case Typed.Wrong(var why) -> new RuleAnswer.Refused(why);
                };
        switch (answer) {
            case RuleAnswer.Written _ -> written.run();
            case RuleAnswer.Refused(var why) -> wrong.setText(getTranslation("credit.refused." + word(why)));
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // What is typed

    private sealed interface Typed {
        record Terms(RuleTerms terms) implements Typed {}

        record Wrong(RuleRefusal why) implements Typed {}
    }

    private Typed read() {
        Optional<Counts> counts = counts();
        if (counts.isEmpty()) {
            return new Typed.Wrong(
                    kind.getValue() == Kind.MEETINGS ? RuleRefusal.MINUTES_INVALID : RuleRefusal.UNKNOWN_CREDENTIAL);
        }
        if (isNoNumber(hours)) {
            return new Typed.Wrong(RuleRefusal.HOURS_INVALID);
        }
        Currency coin = Currency.getInstance(currency.getValue());
        if (isNoNumber(amount)
                || number(amount).filter(sum -> !Money.fits(sum, coin)).isPresent()) {
            return new Typed.Wrong(RuleRefusal.MONEY_INVALID);
        }
        if (isNoNumber(mostHours)
                || isNoNumber(mostMoney)
                || number(mostMoney).filter(sum -> !Money.fits(sum, coin)).isPresent()) {
            return new Typed.Wrong(RuleRefusal.MOST_INVALID);
        }
        if (from.getValue() == null) {
            return new Typed.Wrong(RuleRefusal.ENDS_BEFORE_IT_BEGINS);
        }
        return new Typed.Terms(new RuleTerms(
                counts.get(),
                number(hours).map(each -> new Hours(each, unit.getValue().strip())),
                number(amount).map(each -> new Money(each, coin)),
                registration.getValue(),
                registration.getValue() ? Optional.ofNullable(registerUntil.getValue()) : Optional.empty(),
                number(mostHours),
                number(mostMoney),
                rounding.getValue(),
                from.getValue(),
                Optional.ofNullable(until.getValue())));
    }

    private Optional<Counts> counts() {
        return switch (kind.getValue()) {
            case CREDENTIAL ->
                Optional.ofNullable(credential.getValue()).map(id -> new Counts.OfCredential(new CredentialId(id)));
            case STACK -> Optional.ofNullable(stack.getValue()).map(id -> new Counts.OfStack(new CredentialId(id)));
            case MEETINGS ->
                Optional.of(minutes.getValue().strip())
                        .filter(text -> text.matches("[0-9]{1,4}"))
                        .map(text -> new Counts.OfMeetings(
                                Optional.of(protocol.getValue()).filter(id -> !id.equals(ANY)),
                                Integer.parseInt(text)));
        };
    }

    private static boolean isNoNumber(TextField field) {
        return !field.getValue().isBlank() && number(field).isEmpty();
    }

    /** With a point or a comma before the decimals; nothing for what is empty or no such number. */
    private static Optional<BigDecimal> number(TextField field) {
        return Optional.of(field.getValue().strip().replace(',', '.'))
                .filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?"))
                .map(BigDecimal::new);
    }
}
