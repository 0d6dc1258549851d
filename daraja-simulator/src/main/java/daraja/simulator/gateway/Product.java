package daraja.simulator.gateway;

/** Safaricom's products, the name that scripts call them by, and how each refuses a bad token. */
public enum Product {
    PUSH("push", 404, "404.001.03", "Invalid Access Token"),
    QUERY("query", 404, "404.001.03", "Invalid Access Token"),
    REVERSAL("reversal", 404, "404.001.03", "Invalid Access Token"),
    B2C("b2c", 404, "404.001.03", "Invalid Access Token"),
    BALANCE("balance", 404, "404.001.03", "Invalid Access Token"),
    STATUS("status", 400, "400.003.01", "Invalid Access Token"),
    C2B("c2b", 400, "400.003.01", "Invalid Access Token"),
    PULL("pull", 401, "401.001", "Error Occurred - Invalid Access Token - ");

    private final String script;
    private final int status;
    private final String code;
    private final String message;

    Product(String script, int status, String code, String message) {
        this.script = script;
        this.status = status;
        this.code = code;
        this.message = message;
    }

    public String script() {
        return script;
    }

    Refusal badToken() {
        return new Refusal(status, code, message);
    }

    /** With another content type the body is not read, so the first field is missing. */
    Refusal wrongContentType() {
        return Refusal.invalid(this == PUSH || this == QUERY ? "BusinessShortCode" : "InitiatorName");
    }
}
