package duka.server.duework;

import tools.jackson.databind.JsonNode;

/**
 * A piece of due work as it is stored.
 *
 * @param attempt how often it was begun before
 * @param data what its handler wrote down
 */
record Work(int attempt, JsonNode data) {}
