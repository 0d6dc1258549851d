package duka.kernel.web;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read before a controller sees them. */
@Configuration
@EnableScheduling
class WebConfiguration implements WebMvcConfigurer {

    /** What is read of a refused body before the connection is cut, so that callers get to see the refusal. */
    private static final int SWALLOWED_BYTES = 16 * 1024 * 1024;

    private final WebJson json;
    private final Validator validator;

    WebConfiguration(WebJson json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new BodyResolver(json, validator));
        resolvers.add(new PageRequestResolver());
        resolvers.add(new IfMatchResolver());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new TypedIds());
    }

    @Bean
    FilterRegistrationBean<Filter> correlation(Problems problems, Clock clock) {
        return outermost(new CorrelationFilter(problems, clock), 0);
    }

    @Bean
    FilterRegistrationBean<Filter> trailingSlash() {
        return outermost(new TrailingSlashFilter(), 1);
    }

    @Bean
    MultipartConfigElement multipart() {
        return new MultipartConfigElement("", BodyLimitFilter.UPLOAD, BodyLimitFilter.UPLOAD, 256 * 1024);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container() {
        return factory -> {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(BareErrors.class.getName());
                }
            });
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setMaxSwallowSize(SWALLOWED_BYTES);
                }
            });
        };
    }

    private static FilterRegistrationBean<Filter> outermost(Filter filter, int place) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
