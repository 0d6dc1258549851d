package duka.identity.account;

import duka.identity.api.AccountId;
import duka.kernel.api.DueWorkHandler;
import duka.notification.api.Letter;
import duka.notification.api.LetterKind;
import duka.notification.api.Post;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails a token to whoever forgot their password. It is made here, so that none ever waits in plain. */
@Component
class ResetMail implements DueWorkHandler<ResetMail.Asked> {

    static final String TASK = "identity.reset-mail";

    private final AccountStore store;
    private final ResetTokens tokens;
    private final Post post;

    ResetMail(AccountStore store, ResetTokens tokens, Post post) {
        this.store = store;
        this.tokens = tokens;
        this.post = post;
    }

    /**
     * Somebody asked.
     *
     * @param request names the mail, which goes out once
     * @param account {@code null} if nobody has the address
     */
    record Asked(UUID request, @Nullable AccountId account, String language) {}

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Class<Asked> data() {
        return Asked.class;
    }

    @Override
    public Next run(Asked asked, int attempt) {
        Optional.ofNullable(asked.account())
                .flatMap(store::account)
                .filter(Account::isActive)
                .ifPresent(account -> post.mail(
                        TASK + "/" + asked.request(),
                        account.view().email(),
                        new Letter(
                                LetterKind.PASSWORD_RESET,
                                Locale.forLanguageTag(asked.language()),
                                "/password-reset?token=" + tokens.issue(account.accountId()),
                                List.of(Long.toString(ResetTokens.LIFE.toMinutes())))));
        return Next.done();
    }
}
