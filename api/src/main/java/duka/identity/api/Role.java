package duka.identity.api;

/** What a person may do in the shop. Auditors see what admins see and change nothing. */
public enum Role {
    CUSTOMER,
    ADMIN,
    AUDITOR
}
