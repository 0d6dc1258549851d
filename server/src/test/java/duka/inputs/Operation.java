package duka.inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One operation of the OpenAPI document, with the body that it names. */
record Operation(String method, String path, List<String> query, JsonNode body, JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of a document's, but endless streams: those never end their answer. */
    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .filter(path -> !path.getKey().contains("/stream/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operations.add(read(method.getKey(), path.getKey(), method.getValue(), document))));
        return operations;
    }

    private static Operation read(String method, String path, JsonNode described, JsonNode document) {
        List<String> query = new ArrayList<>();
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString("").equals("query")) {
                query.add(parameter.path("name").asString());
            }
        });
        JsonNode body = described
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(method.toUpperCase(Locale.ROOT), path, query, body, document);
    }

    /** The names of the body's fields. */
    List<String> fields() {
        JsonNode schema = body;
        String reference = body.path("$ref").asString("");
        if (!reference.isEmpty()) {
            schema = document.path("components")
                    .path("schemas")
                    .path(reference.substring(reference.lastIndexOf('/') + 1));
        }
        return List.copyOf(schema.path("properties").propertyNames());
    }
}
