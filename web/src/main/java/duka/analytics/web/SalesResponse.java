package duka.analytics.web;

import duka.analytics.api.SalesOverview;
import duka.kernel.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sold, point by point and in all. */
record SalesResponse(
        List<Point> series, Totals totals, List<MethodShare> byPaymentMethod, List<CategoryShare> byCategory) {

    record Point(Instant at, MoneyJson revenue, long orders, long units) {

        private static Point of(SalesOverview.Point point) {
            SalesOverview.Totals totals = point.totals();
            return new Point(point.at(), MoneyJson.of(totals.revenue()), totals.orders(), totals.units());
        }
    }

    record Totals(MoneyJson revenue, long orders, long units) {

        private static Totals of(SalesOverview.Totals totals) {
            return new Totals(MoneyJson.of(totals.revenue()), totals.orders(), totals.units());
        }
    }

    record MethodShare(String method, MoneyJson revenue, long orders) {

        private static MethodShare of(SalesOverview.MethodShare share) {
            return new MethodShare(Periods.lower(share.method()), MoneyJson.of(share.revenue()), share.orders());
        }
    }

    /** @param categoryId {@code null} for products that are in none */
    record CategoryShare(
            @Nullable String categoryId, @Nullable String name, MoneyJson revenue, long units) {

        private static CategoryShare of(SalesOverview.CategoryShare share) {
            return new CategoryShare(
                    share.categoryId() == null ? null : share.categoryId().toString(),
                    share.name(),
                    MoneyJson.of(share.revenue()),
                    share.units());
        }
    }

    static SalesResponse of(SalesOverview sales) {
        return new SalesResponse(
                sales.series().stream().map(Point::of).toList(),
                Totals.of(sales.totals()),
                sales.byPaymentMethod().stream().map(MethodShare::of).toList(),
                sales.byCategory().stream().map(CategoryShare::of).toList());
    }

    CsvFile csv() {
        CsvFile file = new CsvFile("sales", "at", "revenue", "orders", "units", "currency");
        for (Point point : series) {
            file.row(
                    point.at(),
                    point.revenue(),
                    point.orders(),
                    point.units(),
                    point.revenue().currency());
        }
        return file;
    }
}
