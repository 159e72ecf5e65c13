package org.tessera.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

class PostmanLogTest {

    @Test
    void the_log_says_what_went_wrong_and_not_whose_mail_it_was() {
        Exception refused = new SendFailedException("550 5.1.1 <ana@north.example>: no such user");

        String words = Postman.kinds(new MailSendException(Map.of("mail to ana@north.example", refused)));

        assertThat(words).contains("MailSendException", "SendFailedException").doesNotContain("@");
        assertThat(Postman.kinds(new MailSendException("to ana@north.example", new ConnectException("refused"))))
                .isEqualTo("MailSendException, ConnectException");
    }
}
