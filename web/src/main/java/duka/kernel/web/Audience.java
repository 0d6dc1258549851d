package duka.kernel.web;

import duka.identity.api.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who may call an endpoint at all. Whose the thing is that they ask for, the controller judges: a stranger reads 404. */
enum Audience {
    /** Anyone, and a stale access token does no harm: signing in, registering, callbacks of partners. */
    STRANGER,

    /** Anyone; but who shows a token must show a good one. */
    ANYONE,

    /** People who are signed in, and guests who show the token of a cart or an order. */
    TOKEN_HOLDER,

    /** People who are signed in, staff too that still lack the second factor which the shop wants of them. */
    ENROLLING,

    SIGNED_IN,

    /** Admins and auditors. */
    STAFF,

    ADMIN;

    /** @throws HttpRefusal 401 or 403 */
    void admit(Optional<Caller> caller, HttpServletRequest request) {
        if (this == STRANGER || this == ANYONE || (this == TOKEN_HOLDER && showsGuestToken(request))) {
            return;
        }
        Caller known = caller.orElseThrow(HttpRefusal::unauthenticated);
        if ((this == STAFF && !known.seesEverything()) || (this == ADMIN && !known.isAdmin())) {
            throw HttpRefusal.forbidden();
        }
    }

    private static boolean showsGuestToken(HttpServletRequest request) {
        return request.getHeader("X-Order-Token") != null
                || request.getHeader("X-Cart-Token") != null
                || request.getParameter("token") != null
                || request.getParameter("ticket") != null;
    }
}
