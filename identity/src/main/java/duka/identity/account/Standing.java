package duka.identity.account;

/** What is known of somebody before their password was looked at. */
public enum Standing {
    /** Could be anybody. */
    STRANGER,

    /** Signed in already, or at a place from where this account was opened before. */
    KNOWN
}
