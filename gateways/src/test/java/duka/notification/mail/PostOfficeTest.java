package duka.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import duka.kernel.PhoneNumber;
import duka.kernel.api.PageRequest;
import duka.notification.api.Letter;
import duka.notification.api.LetterKind;
import duka.notification.api.LocalOutbox;
import duka.notification.api.NotPosted;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import tools.jackson.databind.json.JsonMapper;

/** Messages on a real database and by a real SMTP server. */
class PostOfficeTest {

    private static final Locale SWAHILI = Locale.of("sw");
    private static final String READER = "wanjiku@example.com";
    private static final Wording WORDING = new Wording("https://shop.example/", "Duka");

    private static EmbeddedPostgres postgres;
    private static JdbcClient database;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeAll
    static void begin() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        DataSource source = postgres.getPostgresDatabase();
        database = JdbcClient.create(source);
        database.sql("CREATE SCHEMA edge").update();
        try (var connection = source.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V86__posted.sql"));
        }
    }

    @AfterAll
    static void end() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void open() {
        database.sql("TRUNCATE edge.posted").update();
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void a_mail_arrives_in_words_for_people_and_for_machines() throws Exception {
        office(smtp()).mail("reset/1", READER, reset(Locale.ENGLISH));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Choose a new password");
        assertThat(mail.getAllRecipients()[0]).hasToString(READER);
        assertThat(mail.getFrom()[0]).hasToString("shop@shop.example");
        assertThat(GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "="))
                .contains("text/plain", "text/html", "https://shop.example/password-reset?token=abc", "30 minutes");
    }

    @Test
    void it_speaks_swahili_to_those_who_do() throws Exception {
        office(smtp()).mail("reset/1", READER, reset(SWAHILI));
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Chagua nenosiri jipya");
    }

    @Test
    void the_same_message_goes_out_once() {
        office(smtp()).mail("reset/1", READER, reset(Locale.ENGLISH));
        office(smtp()).mail("reset/1", READER, reset(Locale.ENGLISH));
        office(smtp()).mail("reset/2", READER, reset(Locale.ENGLISH));
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void who_died_while_sending_does_not_send_again() {
        Carrier dying = message -> {
            throw new IllegalStateException("The power went out");
        };
        assertThatThrownBy(() -> office(dying).mail("reset/1", READER, reset(Locale.ENGLISH)))
                .hasMessage("The power went out");
        office(smtp()).mail("reset/1", READER, reset(Locale.ENGLISH));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_tried_again() {
        Carrier smtp = smtp();
        server.stop();
        assertThatThrownBy(() -> office(smtp).mail("reset/1", READER, reset(Locale.ENGLISH)))
                .isInstanceOf(NotPosted.class)
                .hasMessageNotContaining(READER);
        server.start();
        office(smtp()).mail("reset/1", READER, reset(Locale.ENGLISH));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_server_without_the_demanded_encryption_gets_nothing() {
        Carrier strict = new SmtpServer(settings(true));
        assertThatThrownBy(() -> office(strict).mail("reset/1", READER, reset(Locale.ENGLISH)))
                .isInstanceOf(NotPosted.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_given_up() {
        office(smtp()).mail("reset/1", "no address at all <", reset(Locale.ENGLISH));
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(database.sql("SELECT count(*) FROM edge.posted")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void without_a_server_messages_stay_in_the_outbox(@TempDir Path folder) {
        OutboxFolder outbox =
                new OutboxFolder(folder.resolve("outbox"), JsonMapper.builder().build(), Clock.systemUTC());
        PostOffice office = new PostOffice(database, WORDING, outbox.mails(), Optional.of(outbox.texts()));
        assertThat(outbox.list(new PageRequest(1, 10)).messages()).isEmpty();
        office.mail("reset/1", READER, reset(Locale.ENGLISH));
        office.text("reset/1", new PhoneNumber("+254712345678"), reset(Locale.ENGLISH));
        LocalOutbox.Kept kept = outbox.list(new PageRequest(1, 10));
        assertThat(kept.count()).isEqualTo(2);
        assertThat(kept.messages())
                .extracting(LocalOutbox.Message::channel, LocalOutbox.Message::to)
                .containsExactlyInAnyOrder(tuple("sms", "+254712345678"), tuple("mail", READER));
        assertThat(outbox.list(new PageRequest(2, 1)).messages()).hasSize(1);
    }

    @Test
    void a_shop_without_an_sms_gateway_texts_nobody() {
        List<Worded> mails = new ArrayList<>();
        Carrier listening = message -> {
            mails.add(message);
            return Carrier.Outcome.TAKEN;
        };
        office(listening).text("reset/1", new PhoneNumber("+254712345678"), reset(Locale.ENGLISH));
        assertThat(mails).isEmpty();
    }

    private static PostOffice office(Carrier mails) {
        return new PostOffice(database, WORDING, mails, Optional.empty());
    }

    private SmtpServer smtp() {
        return new SmtpServer(settings(false));
    }

    private SmtpProperties settings(boolean tls) {
        return new SmtpProperties(
                "localhost", server.getSmtp().getPort(), null, null, "shop@shop.example", tls, Duration.ofSeconds(5));
    }

    private static Letter reset(Locale language) {
        return new Letter(LetterKind.PASSWORD_RESET, language, "/password-reset?token=abc", List.of("30"));
    }
}
