package duka.kernel.web;

import duka.identity.api.AccessTokens;
import duka.identity.api.Assurance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * No session, no cookie, no form: a bearer token per request. Requests from other origins get no CORS headers, since the
 * storefront passes {@code /api} on and is the browser's one origin.
 */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {

    @Bean
    SecurityFilterChain edge(
            HttpSecurity http,
            AccessTokens tokens,
            Assurance assurance,
            Problems problems,
            RateLimits limits,
            ClientAddress addresses,
            IdempotentAnswers answers,
            WebJson json) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(
                                "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                                        + " object-src 'none'; base-uri 'none'; form-action 'self';"
                                        + " frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frames -> frames.deny()))
                .exceptionHandling(denials -> denials.authenticationEntryPoint(
                                (request, response, denial) -> problems.write(denial, request, response))
                        .accessDeniedHandler((request, response, denial) -> problems.write(denial, request, response)))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/actuator/health/**", "/actuator/prometheus")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .permitAll())
                .addFilterBefore(new AccessFilter(tokens, assurance, new AccessPolicy()), AuthorizationFilter.class)
                .addFilterAfter(new BodyLimitFilter(), AuthorizationFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, addresses), BodyLimitFilter.class)
                .addFilterAfter(new IdempotencyFilter(answers, json), RateLimitFilter.class)
                .build();
    }

    /** Each filter of the chain would be timed by itself for every request; the request is timed as a whole. */
    @Bean
    SecurityObservationSettings noTimingOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Passwords are judged by the identity feature alone; nothing else may offer a login. */
    @Bean
    AuthenticationManager noOther() {
        return authentication -> {
            throw new ProviderNotFoundException("People sign in at /api/auth/auth/");
        };
    }
}
