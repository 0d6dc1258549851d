package duka.identity.web;

import duka.identity.account.AccountView;
import duka.identity.api.Role;
import duka.kernel.web.Etags;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** A user, to themselves and to admins. */
record UserResponse(
        String id,
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        Role role,
        boolean isActive,
        Instant dateJoined,
        long version) {

    static UserResponse of(AccountView account) {
        return new UserResponse(
                account.id().toString(),
                account.email(),
                account.firstName(),
                account.lastName(),
                account.phone(),
                account.role(),
                account.active(),
                account.dateJoined(),
                account.version());
    }

    /** All that is shown is edited in the account itself, so its version is also its representation. */
    static ResponseEntity<UserResponse> tagged(ResponseEntity.BodyBuilder response, AccountView account) {
        return Etags.on(response, account.version(), account.version()).body(of(account));
    }
}
