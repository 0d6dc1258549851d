package duka.catalog.query;

import duka.catalog.api.CatalogQuery.Facets;
import org.jspecify.annotations.Nullable;

/** What a question about products comes to, whichever page of it is looked at. */
record Matches(long count, ProductFilter filter, @Nullable Facets facets) {}
