package duka.kernel.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names a schema after its record, and one inside another after both: an order's item is no cart's item. */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> kind, Set<Options> options) {
        Class<?> outer = kind.getEnclosingClass();
        return outer == null ? super.nameForClass(kind, options) : nameForClass(outer, options) + kind.getSimpleName();
    }
}
