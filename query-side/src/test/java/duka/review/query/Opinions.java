package duka.review.query;

import duka.catalog.api.ProductId;
import duka.catalog.query.Catalogue;
import duka.identity.api.AccountId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.query.Story;
import duka.review.api.ReviewContent;
import duka.review.api.ReviewEvent;
import duka.review.api.ReviewEvent.ReviewHidden;
import duka.review.api.ReviewEvent.ReviewRemoved;
import duka.review.api.ReviewEvent.ReviewRevised;
import duka.review.api.ReviewEvent.ReviewShown;
import duka.review.api.ReviewEvent.ReviewWritten;
import duka.review.api.ReviewId;
import java.util.HashMap;
import java.util.Map;

/** Tells what readers think of products; what cannot happen is not told. */
public final class Opinions {

    private final Story story;
    private final Map<ReviewId, State> states = new HashMap<>();

    public Opinions(Story story) {
        this.story = story;
    }

    private record State(boolean there, boolean hidden, long version) {}

    public static AccountId reader(String name) {
        return new AccountId(Story.id("reader " + name));
    }

    public static ReviewId review(String product, String reader) {
        return ReviewId.of(reader(reader), Catalogue.product(product));
    }

    /** Writes it, or says something else. */
    public Opinions say(String product, String reader, int rating, String body) {
        ReviewId id = review(product, reader);
        ProductId what = Catalogue.product(product);
        State state = state(id);
        ReviewContent content = new ReviewContent(
                Personal.of(new PersonId(reader(reader).value()), reader + " K."), rating, null, body);
        long version = state.version() + 1;
        return tell(
                state.there()
                        ? new ReviewRevised(id, what, content, version)
                        : new ReviewWritten(
                                id,
                                what,
                                reader(reader),
                                Story.id("submission " + version),
                                content,
                                true,
                                state.hidden(),
                                version),
                new State(true, state.hidden(), version));
    }

    public Opinions hide(String product, String reader) {
        return state(review(product, reader)).hidden() ? this : moderate(product, reader, true);
    }

    public Opinions show(String product, String reader) {
        return state(review(product, reader)).hidden() ? moderate(product, reader, false) : this;
    }

    public Opinions remove(String product, String reader) {
        ReviewId id = review(product, reader);
        State state = state(id);
        long version = state.version() + 1;
        return state.there()
                ? tell(
                        new ReviewRemoved(id, Catalogue.product(product), version),
                        new State(false, state.hidden(), version))
                : this;
    }

    /** Staff hid a review that nobody wrote. */
    public Opinions hideUnseen(String product, String reader) {
        story.tell(review(product, reader), new ReviewHidden(review(product, reader), Catalogue.product(product), 2));
        return this;
    }

    private Opinions moderate(String product, String reader, boolean hide) {
        ReviewId id = review(product, reader);
        State state = state(id);
        if (!state.there()) {
            return this;
        }
        long version = state.version() + 1;
        ProductId what = Catalogue.product(product);
        return tell(
                hide ? new ReviewHidden(id, what, version) : new ReviewShown(id, what, version),
                new State(true, hide, version));
    }

    private Opinions tell(ReviewEvent event, State after) {
        states.put(event.reviewId(), after);
        story.tell(event.reviewId(), event);
        return this;
    }

    private State state(ReviewId id) {
        return states.getOrDefault(id, new State(false, false, 0));
    }
}
