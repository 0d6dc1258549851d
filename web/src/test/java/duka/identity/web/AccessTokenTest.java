package duka.identity.web;

import static duka.identity.web.GateClient.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.api.Caller;
import duka.identity.api.Lookups;
import duka.identity.api.Tickets;
import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens as attackers make them; each test forges one thing and leaves the rest as the shop itself makes it. */
@GateTest
class AccessTokenTest {

    @Autowired
    private GateClient client;

    @Autowired
    private Lookups lookups;

    @Autowired
    private Tickets tickets;

    @Autowired
    private JdbcClient database;

    private Person person;
    private JsonNode claims;
    private SecretKey key;

    @BeforeEach
    void lookInside() {
        person = client.customer();
        String payload = person.access().split("\\.")[1];
        claims = JsonMapper.shared()
                .readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        key = new SecretKeySpec(HexFormat.of().parseHex(lookups.hmac("access-token", "key-1")), "HmacSHA256");
    }

    private JwtBuilder genuine() {
        Instant now = Instant.now();
        return Jwts.builder()
                .issuer("duka")
                .audience()
                .add("duka-api")
                .and()
                .subject(person.id())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plusSeconds(600)))
                .claim("typ", "access")
                .claim("role", "CUSTOMER")
                .claim("epoch", "0")
                .claim("sid", claims.path("sid").asString());
    }

    private int statusWith(String token) {
        return client.get("/api/auth/auth/", bearer(token)).status();
    }

    private void assertRefused(UnaryOperator<JwtBuilder> forgery) {
        assertThat(statusWith(
                        forgery.apply(genuine()).signWith(key, Jwts.SIG.HS256).compact()))
                .isEqualTo(401);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_forger_of_these_tests_can_make_a_good_one() {
        assertThat(statusWith(genuine().signWith(key, Jwts.SIG.HS256).compact()))
                .isEqualTo(200);
    }

    @Test
    void a_token_says_what_it_is_for() {
        assertThat(claims.path("iss").asString()).isEqualTo("duka");
        assertThat(claims.path("aud").toString()).contains("duka-api");
        assertThat(claims.path("typ").asString()).isEqualTo("access");
        assertThat(claims.path("sub").asString()).isEqualTo(person.id());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
        assertThat(claims.toString()).doesNotContain("@", "Wanjiku");
    }

    @Test
    void no_signature_and_other_algorithms_are_refused() throws Exception {
        String[] parts = person.access().split("\\.");
        assertThat(statusWith(genuine().compact())).isEqualTo(401);
        assertThat(statusWith(encoded("{\"alg\":\"none\"}") + "." + parts[1] + "."))
                .isEqualTo(401);
        assertThat(statusWith(encoded("{\"alg\":\"nOnE\"}") + "." + parts[1] + "." + parts[2]))
                .isEqualTo(401);
        assertThat(statusWith(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
        KeyPair rsa = Jwts.SIG.RS256.keyPair().build();
        assertThat(statusWith(
                        genuine().signWith(rsa.getPrivate(), Jwts.SIG.RS256).compact()))
                .isEqualTo(401);
        SecretKey longer = new SecretKeySpec(new byte[64], "HmacSHA512");
        assertThat(statusWith(genuine().signWith(longer, Jwts.SIG.HS512).compact()))
                .isEqualTo(401);
        assertThat(statusWith(genuine()
                        .signWith(new SecretKeySpec(new byte[32], "HmacSHA256"), Jwts.SIG.HS256)
                        .compact()))
                .isEqualTo(401);
    }

    @Test
    void a_key_that_a_token_brings_along_is_not_used() {
        SecretKey own = Jwts.SIG.HS256.key().build();
        String jwk = Base64.getUrlEncoder().withoutPadding().encodeToString(own.getEncoded());
        for (Map<String, Object> header : java.util.List.<Map<String, Object>>of(
                Map.of("jku", "https://evil.test/keys"),
                Map.of("x5u", "https://evil.test/cert"),
                Map.of("kid", "../../../dev/null"),
                Map.of("jwk", Map.of("kty", "oct", "k", jwk)))) {
            String head = JsonMapper.shared().writeValueAsString(withAlgorithm(header));
            String signed = encoded(head) + "." + person.access().split("\\.")[1];
            assertThat(statusWith(signed + "." + signature(signed, own))).isEqualTo(401);
        }
    }

    private static Map<String, Object> withAlgorithm(Map<String, Object> header) {
        Map<String, Object> whole = new java.util.HashMap<>(header);
        whole.put("alg", "HS256");
        return whole;
    }

    private static String signature(String signed, SecretKey own) {
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(own);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tokens_of_another_kind_shop_or_audience_are_refused() {
        assertRefused(token -> token.claim("typ", "refresh"));
        assertRefused(token -> token.claim("typ", null));
        assertRefused(token -> token.issuer("another"));
        assertRefused(
                token -> token.audience().remove("duka-api").add("another").and());
        assertThat(statusWith(person.refresh())).isEqualTo(401);
    }

    @Test
    void tokens_out_of_their_time_are_refused_beyond_the_leeway() {
        Instant now = Instant.now();
        assertRefused(token -> token.expiration(Date.from(now.minusSeconds(61))));
        assertRefused(token -> token.notBefore(Date.from(now.plusSeconds(61))));
        assertRefused(token -> token.expiration(null));
    }

    @Test
    void a_claim_that_is_not_true_any_more_is_refused() {
        assertRefused(token -> token.claim("role", "ADMIN"));
        assertRefused(token -> token.claim("role", "KING"));
        assertRefused(token -> token.claim("epoch", "1"));
        assertRefused(token -> token.claim("sid", "0197a6f0-0000-7000-8000-000000000001"));
        assertRefused(token -> token.claim("sid", "' or 1=1"));
        assertRefused(token -> token.subject(client.customer().id()));
        assertRefused(token -> token.subject(null));
    }

    @Test
    void broken_tokens_are_refused_everywhere_but_where_nobody_needs_one() {
        String access = person.access();
        assertThat(statusWith(access.substring(0, access.length() - 4))).isEqualTo(401);
        assertThat(statusWith(access + "A")).isEqualTo(401);
        assertThat(statusWith("a.b.c")).isEqualTo(401);
        assertThat(statusWith("x".repeat(5_000))).isEqualTo(401);
        Answer onPublicPage = client.get("/api/products/", bearer("a.b.c"));
        assertThat(onPublicPage.status()).isEqualTo(401);
        assertThat(onPublicPage.code()).isEqualTo("token_invalid");
    }

    @Test
    void a_ticket_counts_once_and_for_thirty_seconds() {
        String ticket = ticket();
        assertThat(tickets.redeem(ticket))
                .map(Caller::accountId)
                .map(Object::toString)
                .contains(person.id());
        assertThat(tickets.redeem(ticket)).isEmpty();
        String old = ticket();
        database.sql("update identity.ticket set expires_at = now()").update();
        assertThat(tickets.redeem(old)).isEmpty();
        String ofAnEndedSession = ticket();
        client.delete("/api/auth/auth/", GateClient.as(person));
        assertThat(tickets.redeem(ofAnEndedSession)).isEmpty();
        assertThat(tickets.redeem("x".repeat(500))).isEmpty();
    }

    private String ticket() {
        Answer answer = client.post("/api/auth/ws-ticket/", Map.of(), GateClient.as(person));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("expires_in").asInt()).isEqualTo(30);
        return answer.text("ticket");
    }
}
