package duka.kernel.web.live;

import duka.identity.api.Caller;
import java.util.Locale;

/** Who reads at the other end of a socket, and in which language. */
public record LiveReader(Caller caller, Locale locale) {}
