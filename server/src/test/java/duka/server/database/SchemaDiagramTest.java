package duka.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import duka.server.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/domain/schema.md} shows the tables as the migrations make them. {@code -Dduka.schema.write=true} writes it
 * anew.
 */
class SchemaDiagramTest {

    private static final Path PAGE = Path.of("..", "docs", "domain", "schema.md");
    private static final List<String> SCHEMAS = List.of("events", "process", "edge", "identity", "read");
    private static final String TABLES = """
            SELECT c.relname, coalesce(obj_description(c.oid), '') FROM pg_class c
            WHERE c.relnamespace = '%s'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND c.relname <> 'flyway_schema_history' ORDER BY 1""";
    private static final String COLUMNS = """
            SELECT a.attname, replace(regexp_replace(format_type(a.atttypid, NULL), '\\(.*\\)', ''), ' ', '_'),
                CASE WHEN EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'p'
                        AND a.attnum = ANY (k.conkey)) THEN ' PK'
                    WHEN EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'f'
                        AND a.attnum = ANY (k.conkey)) THEN ' FK' ELSE '' END
            FROM pg_attribute a WHERE a.attrelid = '%s.%s'::regclass AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""";
    private static final String REFERENCES = """
            SELECT f.relname, t.relname FROM pg_constraint k
            JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
            WHERE k.contype = 'f' AND f.relnamespace = '%s'::regnamespace ORDER BY 1, 2""";

    @Test
    void the_page_shows_the_tables_of_the_migrations() throws Exception {
        String drawn = drawn();
        if (Boolean.getBoolean("duka.schema.write")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE))
                .as("run this test with -Dduka.schema.write=true")
                .isEqualTo(drawn);
    }

    private static String drawn() throws SQLException, IOException {
        StringBuilder page = new StringBuilder("""
                # The tables

                Drawn from a database that the migrations made; a test compares it. What a table is for stands above its
                diagram. Only what refers to a row of the same schema has a foreign key: read models follow events, and
                nothing holds them to each other.
                """);
        try (Connection connection = TestDatabase.connect(TestDatabase.migrated())) {
            for (String schema : SCHEMAS) {
                draw(connection, schema, page);
            }
        }
        return page.toString();
    }

    private static void draw(Connection connection, String schema, StringBuilder page) throws SQLException {
        List<String[]> tables = rows(connection, TABLES.formatted(schema));
        page.append("\n## ").append(schema).append("\n\n");
        for (String[] table : tables) {
            String purpose = table[1].isEmpty() ? "" : ": " + table[1];
            page.append("- `").append(table[0]).append('`').append(purpose).append('\n');
        }
        page.append("\n```mermaid\nerDiagram\n");
        for (String[] table : tables) {
            page.append("    ").append(table[0]).append(" {\n");
            for (String[] column : rows(connection, COLUMNS.formatted(schema, table[0]))) {
                page.append("        %s %s%s%n".formatted(column[1].replace("[]", "_list"), column[0], column[2]));
            }
            page.append("    }\n");
        }
        for (String[] reference : rows(connection, REFERENCES.formatted(schema))) {
            page.append("    %s }o--|| %s : \"belongs to\"%n".formatted(reference[0], reference[1]));
        }
        page.append("```\n");
    }

    private static List<String[]> rows(Connection connection, String sql) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                String[] row = new String[columns];
                for (int n = 0; n < columns; n++) {
                    row[n] = answer.getString(n + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
