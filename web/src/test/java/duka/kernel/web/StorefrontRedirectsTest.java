package duka.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StorefrontRedirectsTest {

    private final ApplicationContextRunner server =
            new ApplicationContextRunner().withUserConfiguration(StorefrontRedirects.class);

    @Test
    void browsers_are_led_to_the_port_that_the_storefront_was_given() {
        server.withPropertyValues("duka.storefront-port=13000")
                .run(context -> assertThat(context.getBean(StorefrontRedirects.class)
                                .shop()
                                .getHeaders()
                                .getLocation())
                        .hasToString("http://localhost:13000/"));
    }

    @Test
    void an_address_of_its_own_goes_before_the_port() {
        server.withPropertyValues("duka.storefront-port=13000", "duka.storefront-url=https://shop.example")
                .run(context -> assertThat(context.getBean(StorefrontRedirects.class)
                                .admin()
                                .getHeaders()
                                .getLocation())
                        .hasToString("https://shop.example/admin/"));
    }
}
