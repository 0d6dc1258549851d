package duka.identity.api;

import java.util.Optional;

/** Tells who a bearer of an access token is. */
public interface AccessTokens {

    /**
     * The caller, or nothing if the token is forged, expired, of another kind, or void because the session ended, the
     * account was deactivated or its role changed (known here within five seconds).
     */
    Optional<Caller> verify(String accessToken);
}
