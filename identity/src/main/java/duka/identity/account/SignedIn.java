package duka.identity.account;

/** What somebody gets who signs in or refreshes. */
public record SignedIn(String access, String refresh, AccountView account) {

    /** Never the tokens: this ends up in logs. */
    @Override
    public String toString() {
        return "SignedIn[" + account + "]";
    }
}
