package duka.kernel.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import duka.kernel.api.PageRequest;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Describes every endpoint as OpenAPI 3.1, with what all of them share: bodies, pages, versions, problems. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:duka/api-description.properties")
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Body.class, PageRequest.class, IfMatch.class);
    }

    /** Bodies are read late and so are hidden from the generator; their schemas are added at the end. */
    private final Map<String, Schema<?>> bodies = new ConcurrentHashMap<>();

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info().title("Duka").version("1").description("A shop that sells by M-Pesa."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    /** Schemas as {@link WebJson} writes: its names are those of the wire. */
    @Bean
    ModelResolver schemaNames() {
        return new ModelResolver(
                        new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
                        new SchemaNames())
                .openapi31(true);
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    GlobalOperationCustomizer sharedParts() {
        return (operation, method) -> {
            for (MethodParameter parameter : method.getMethodParameters()) {
                describe(operation, parameter);
            }
            if (operation.getResponses() == null) {
                operation.setResponses(new ApiResponses());
            }
            Answers answers = method.getMethodAnnotation(Answers.class);
            if (answers != null && method.hasMethodAnnotation(GetMapping.class)) {
                Content content = json(schema(ResolvableType.forClass(answers.value())));
                operation.setResponses(new ApiResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description("Done").content(content)));
            } else if (answers != null) {
                describe(
                        operation, answers.value(), answers.creates() && method.hasMethodAnnotation(PostMapping.class));
            }
            Tabular tabular = method.getMethodAnnotation(Tabular.class);
            if (tabular != null) {
                Content content = json(schema(ResolvableType.forClass(tabular.value())))
                        .addMediaType("text/csv", new MediaType().schema(new StringSchema()));
                operation.setResponses(new ApiResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description("Done").content(content)));
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default", new ApiResponse().description("Refused").content(problem()));
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer sharedSchemas() {
        return api -> {
            bodies.forEach(api.getComponents()::addSchemas);
            api.getComponents().addSchemas(PROBLEM, problemSchema());
            api.addSecurityItem(new SecurityRequirement().addList(BEARER));
        };
    }

    private void describe(Operation operation, MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type == Body.class) {
            ResolvableType kind = ResolvableType.forMethodParameter(parameter).getGeneric(0);
            operation.setRequestBody(new RequestBody().required(true).content(json(schema(kind))));
        } else if (type == PageRequest.class) {
            operation.addParametersItem(new QueryParameter().name("page").schema(number(1, null)));
            operation.addParametersItem(new QueryParameter().name("page_size").schema(number(1, 100)));
        } else if (type == IfMatch.class) {
            operation.addParametersItem(new HeaderParameter().name("If-Match").schema(new StringSchema()));
        }
    }

    private void describe(Operation operation, Class<?> answer, boolean creates) {
        boolean empty = answer == Void.class;
        ApiResponse shown = new ApiResponse().description("Done");
        ApiResponses responses = new ApiResponses();
        if (empty) {
            responses.addApiResponse("204", shown);
        } else {
            responses.addApiResponse(
                    creates ? "201" : "200", shown.content(json(schema(ResolvableType.forClass(answer)))));
        }
        Content pending = json(schema(ResolvableType.forClass(Reply.Pending.class)));
        responses.addApiResponse(
                "202", new ApiResponse().description("Accepted, not shown yet").content(pending));
        operation.setResponses(responses);
    }

    private Schema<?> schema(ResolvableType kind) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(kind.getType()).resolveAsRef(true));
        resolved.referencedSchemas.forEach(bodies::put);
        return resolved.schema;
    }

    private static Schema<?> number(int minimum, @Nullable Integer maximum) {
        Schema<?> schema = new IntegerSchema().minimum(BigDecimal.valueOf(minimum));
        return maximum == null ? schema : schema.maximum(BigDecimal.valueOf(maximum));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Content problem() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
    }

    private static Schema<?> problemSchema() {
        Schema<?> field = object(Map.of("field", "string", "code", "string", "message", "string"));
        Schema<?> schema = object(Map.of(
                "type", "string",
                "title", "string",
                "status", "integer",
                "detail", "string",
                "instance", "string",
                "code", "string"));
        Schema<?> errors = new Schema<>();
        errors.addType("array");
        errors.setItems(field);
        schema.addProperty("errors", errors);
        return schema;
    }

    private static Schema<?> object(Map<String, String> properties) {
        Schema<?> schema = new Schema<>();
        schema.addType("object");
        properties.keySet().stream().sorted().forEach(name -> {
            Schema<?> property = new Schema<>();
            property.addType(properties.get(name));
            schema.addProperty(name, property);
            schema.addRequiredItem(name);
        });
        return schema;
    }
}
