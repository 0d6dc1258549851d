package duka.payment.daraja;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** One process's idea of what is shared. */
final class MemoryTokenStore implements TokenStore {

    private final AtomicReference<Token> token = new AtomicReference<>();
    private final AtomicBoolean turn = new AtomicBoolean();

    @Override
    public Optional<Token> current() {
        return Optional.ofNullable(token.get());
    }

    @Override
    public boolean takeTurn() {
        return turn.compareAndSet(false, true);
    }

    @Override
    public void keep(Token fresh) {
        token.set(fresh);
        turn.set(false);
    }

    @Override
    public void giveUpTurn() {
        turn.set(false);
    }

    @Override
    public void drop(Token old) {
        Token kept = token.get();
        if (kept != null && kept.value().equals(old.value())) {
            token.set(null);
        }
    }
}
