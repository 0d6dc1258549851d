package duka.payment.daraja;

import java.time.Instant;
import java.util.Optional;

/** Where all processes of one shop keep the one token that they share: a new one may void the one before. */
interface TokenStore {

    /** @param freshUntil when it should be replaced, some minutes before it dies */
    record Token(String value, Instant freshUntil) {

        @Override
        public String toString() {
            return "Token[until " + freshUntil + "]";
        }
    }

    Optional<Token> current();

    /** @return whether the caller is to fetch a new one; for others it is somebody else's turn for a while */
    boolean takeTurn();

    /** Keeps the new one and ends the turn. */
    void keep(Token token);

    /** Ends the turn with nothing in hand. */
    void giveUpTurn();

    /** Forgets this token, and no newer one. */
    void drop(Token token);
}
