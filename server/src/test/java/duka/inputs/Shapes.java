package duka.inputs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares answers with the schemas of the OpenAPI document that describes them. */
final class Shapes {

    private final JsonNode document;

    Shapes(JsonNode document) {
        this.document = document;
    }

    /** What is not as described: a type, a field that nobody described, or one that is missing. */
    List<String> faults(JsonNode value, JsonNode schema, String where) {
        List<String> faults = new ArrayList<>();
        compare(value, schema, where, faults);
        return faults;
    }

    private void compare(JsonNode value, JsonNode described, String where, List<String> faults) {
        JsonNode schema = resolved(described);
        if (schema.has("anyOf") || schema.has("oneOf")) {
            JsonNode choices = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
            boolean fits = choices.valueStream()
                    .anyMatch(choice -> faults(value, choice, where).isEmpty());
            if (!fits) {
                faults.add(where + " is none of what it may be: " + shortened(value));
            }
            return;
        }
        if (schema.has("type") && !types(schema).contains(typeOf(value))) {
            boolean wholeNumber =
                    typeOf(value).equals("integer") && types(schema).contains("number");
            if (!wholeNumber) {
                faults.add(where + " is " + typeOf(value) + " instead of " + schema.path("type"));
                return;
            }
        }
        if (value.isObject() && schema.has("properties")) {
            object(value, schema, where, faults);
        } else if (value.isObject() && schema.path("additionalProperties").isObject()) {
            value.properties()
                    .forEach(member -> compare(
                            member.getValue(),
                            schema.path("additionalProperties"),
                            where + "." + member.getKey(),
                            faults));
        } else if (value.isArray() && schema.has("items")) {
            value.forEach(item -> compare(item, schema.path("items"), where + "[]", faults));
        }
    }

    private void object(JsonNode value, JsonNode schema, String where, List<String> faults) {
        JsonNode properties = schema.path("properties");
        value.properties().forEach(member -> {
            String place = where + "." + member.getKey();
            if (properties.has(member.getKey())) {
                compare(member.getValue(), properties.path(member.getKey()), place, faults);
            } else if (!schema.has("additionalProperties")) {
                faults.add(place + " is not described");
            }
        });
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                faults.add(where + "." + name.asString() + " is missing");
            }
        });
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : document.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString());
        }
        return types;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "nothing";
        };
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
