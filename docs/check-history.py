#!/usr/bin/env python3
"""Adds up past trade straight from a retail export, by the rules of docs/domain/import.md and without code of Duka.

Usage: docs/check-history.py EXPORT.csv > figures.json
"""
import collections
import csv
import decimal
import json
import re
import sys


def main(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]

    seen = collections.defaultdict(lambda: {"prices": collections.Counter(), "named": False})
    parsed = []
    for row in rows:
        try:
            pounds = decimal.Decimal(row["UnitPrice"])
            pieces = int(row["Quantity"])
        except (decimal.InvalidOperation, ValueError):
            continue
        shillings = int((pounds * 130).quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP))
        code = row["StockCode"].upper()
        if pounds > 0:
            seen[code]["prices"][shillings] += 1
            seen[code]["named"] |= row["Description"] != ""
        parsed.append((row["InvoiceNo"].upper(), code, pieces, shillings, row["InvoiceDate"], row["CustomerID"]))

    def is_product(code):
        prices = seen[code]["prices"]
        if not re.fullmatch(r"\d{5}[A-Z]{0,2}|DCGS[A-Z0-9]+", code) or not prices or not seen[code]["named"]:
            return False
        most = max(prices.values())
        return min(price for price, count in prices.items() if count == most) >= 1

    sales, returns = {}, []
    excluded = len(rows) - len(parsed)
    for number, code, pieces, price, date, customer in parsed:
        credit = number.startswith("C")
        fits = pieces < 0 if credit else pieces > 0
        if (
            not re.fullmatch(r"C?\d{6}", number)
            or not is_product(code)
            or price < 1
            or not fits
            or abs(pieces) > 999
        ):
            excluded += 1
        elif credit:
            returns.append((number, code, -pieces, price, date, customer))
        else:
            sale = sales.setdefault(number, {"date": date, "customer": customer, "left": collections.Counter()})
            sale["left"][code, price] += pieces

    months = collections.defaultdict(lambda: {"orders": 0, "paid": 0, "refunded": 0, "customers": set()})
    units = collections.Counter()
    for number, sale in sales.items():
        month = months[sale["date"][:7]]
        month["orders"] += 1
        month["customers"].add(sale["customer"] or "buyer of " + number)
        for (code, price), pieces in sale["left"].items():
            month["paid"] += price * pieces
            units[code] += pieces

    refunds = {}
    for number, code, pieces, price, date, customer in returns:
        fitting = [
            (sale["date"], bought)
            for bought, sale in sales.items()
            if customer and sale["customer"] == customer and sale["date"] <= date and sale["left"][code, price] >= pieces
        ]
        if not fitting:
            excluded += 1
            continue
        bought = max(fitting)[1]
        sales[bought]["left"][code, price] -= pieces
        first, amount = refunds.get((number, bought), (date, 0))
        refunds[number, bought] = (first, amount + price * pieces)
    for date, amount in refunds.values():
        months[date[:7]]["refunded"] += amount

    return {
        "orders": len(sales),
        "refunds": len(refunds),
        "excluded_lines": excluded,
        "months": {
            name: {
                "orders": month["orders"],
                "paid": month["paid"],
                "refunded": month["refunded"],
                "customers": len(month["customers"]),
            }
            for name, month in sorted(months.items())
        },
        "units": dict(sorted(units.items())),
    }


if __name__ == "__main__":
    json.dump(main(sys.argv[1]), sys.stdout, indent=1)
    print()
