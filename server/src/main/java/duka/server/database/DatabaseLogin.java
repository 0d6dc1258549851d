package duka.server.database;

/** Where the database is and who may enter as its owner; work is done as the lesser role {@code duka_app}. */
public record DatabaseLogin(String url, String user, String password) {

    /** Never the password: this ends up in logs. */
    @Override
    public String toString() {
        return "DatabaseLogin[" + url + ", " + user + "]";
    }
}
