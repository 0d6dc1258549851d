package daraja.simulator.gateway;

import daraja.simulator.web.Call;
import tools.jackson.databind.JsonNode;

/**
 * A call that has passed token and JSON.
 *
 * @param script what was scripted for this occasion, or an empty object
 */
public record Request(Call call, Fields fields, JsonNode script) {}
