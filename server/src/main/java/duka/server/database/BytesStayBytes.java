package duka.server.database;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;

/** Maps large binary fields to {@code bytea}: PostgreSQL's large objects are never deleted with their row. */
public final class BytesStayBytes implements TypeContributor {

    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry registry) {
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(SqlTypes.BLOB, VarbinaryJdbcType.INSTANCE);
    }
}
