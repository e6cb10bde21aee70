#!/usr/bin/env python3
"""Computes the story's figures in exact fractions, from the tables beside it and the published rules alone.

    python3 figures.py            # compares with expected.csv and expected-holdings.csv, exit code 1 if they differ
    python3 figures.py --write    # writes them

It shares no code with Tanheng. Rules: emissions FC × C_ar × OF × 44/12 with OF 99 %, coal that is not measured at
26.7 GJ/t × 0.02858 (unconventional) or 0.03085 tC/GJ, natural gas 389.31 GJ and 0.01532 tC/GJ, purchased electricity at
0.5810 (2021) and 0.5703 (2022) t/MWh, each to two decimals and the sum to whole tonnes, halves up; a coal scale without
calibration counts its permitted error on top, quantities to two decimals. Allocation by the 2021 and 2022 benchmarks: supply × benchmark ×
cooling × heat × load factor + heat × benchmark, floored by unit; gas units at least their emissions; an entity at
least 80 % of its emissions. Pre-allocation 70 % of the 2021 emissions, floored by unit.
"""
import csv
import os
import sys
from fractions import Fraction as F
from math import floor

HERE = os.path.dirname(os.path.abspath(__file__))
GRID = {2021: F("0.5810"), 2022: F("0.5703")}
BENCHMARK = {
    2021: {"I": F("0.8218"), "II": F("0.8773"), "III": F("0.9350"), "IV": F("0.3920"), "coal": F("0.1111"), "gas": F("0.0560")},
    2022: {"I": F("0.8177"), "II": F("0.8729"), "III": F("0.9303"), "IV": F("0.3901"), "coal": F("0.1105"), "gas": F("0.0557")},
}


def rows(name):
    with open(os.path.join(HERE, name), newline="") as file:
        return list(csv.DictReader(file))


def half_up(value, digits=0):
    scale = 10**digits
    return F(floor(value * scale + F(1, 2)), scale)


def number(text):
    return F(text) if text else F(0)


def emissions(unit, report):
    year = int(report["year"])
    carbon_to_co2 = F(44, 12) * F(99, 100)
    combustion = F(0)
    if report["coal_t"]:
        coal = half_up(F(report["coal_t"]) * (1 + number(report["scale_error"]) / 100), 2)
        carbon = F(report["carbon_ar"]) if report["carbon_ar"] else F("26.7") * (
            F("0.02858") if unit["class"] == "III" else F("0.03085"))
        combustion += coal * carbon * carbon_to_co2
    if report["gas_10k_nm3"]:
        combustion += F(report["gas_10k_nm3"]) * F("389.31") * F("0.01532") * carbon_to_co2
    electricity = number(report["purchased_mwh"]) * GRID[year]
    return int(half_up(half_up(combustion, 2) + half_up(electricity, 2)))


def load_correction(unit, load):
    if unit["class"] not in ("I", "II") or load >= F("0.85"):
        return F(1)
    if load >= F("0.80"):
        return 1 + F("0.0014") * (85 - 100 * load)
    if load >= F("0.75"):
        return F("1.007") + F("0.0016") * (80 - 100 * load)
    raise ValueError("the story has no load factor below 75 %")


def unit_allocation(unit, report, verified):
    table = BENCHMARK[int(report["year"])]
    gas = unit["class"] == "IV"
    cooling = F("1.05") if unit["cooling"] == "air" and not gas else F(1)
    ratio = F(report["heat_ratio"])
    heat = 1 - (F("0.60") if gas else F("0.22")) * ratio if unit["type"] == "chp" else F(1)
    load = load_correction(unit, F(report["load_factor"]))
    exact = F(report["supplied_mwh"]) * table[unit["class"]] * cooling * heat * load + F(report["heat_gj"]) * table[
        "gas" if gas else "coal"]
    return max(floor(exact), verified) if gas else floor(exact)


def entity_years(reports):
    units = {unit["unit"]: unit for unit in rows("units.csv")}
    years = {}
    for report in reports:
        unit = units[report["unit"]]
        tonnes = emissions(unit, report)
        entry = years.setdefault((report["code"], int(report["year"])), {"verified": 0, "initial": 0, "units": {}})
        entry["verified"] += tonnes
        entry["initial"] += unit_allocation(unit, report, tonnes)
        entry["units"][report["unit"]] = tonnes
    for entry in years.values():
        entry["final"] = max(entry["initial"], floor(F(8, 10) * entry["verified"]))
    return years


def figures():
    reports = rows("reports.csv")
    first = entity_years(reports)
    corrected = {(row["unit"], row["year"]): row for row in rows("corrections.csv")}
    years = entity_years([corrected.get((row["unit"], row["year"]), row) for row in reports])
    offsets = {(row["code"], int(row["year"])): int(row["quantity"]) for row in rows("offsets.csv")}
    late = {(row["code"], int(row["year"])): row for row in rows("unpunctual.csv")}
    table = []
    for (code, year), entry in sorted(years.items()):
        pre = sum(floor(F(7, 10) * tonnes) for tonnes in first[(code, 2021)]["units"].values())
        used = offsets.get((code, year), 0)
        end = late.get((code, year))
        missing = int(end["missing"]) if end else 0
        table.append({
            "code": code, "period": year, "verified": entry["verified"], "pre_allocated": pre,
            "determined": entry["final"], "due": entry["verified"],
            "allowances": entry["verified"] - used - missing, "offsets": used, "missing": missing,
            "status": end["status"] if end else "met",
        })
    return table


def holdings(table):
    """Units left when the story ends: what came in, less what went out, the oldest vintage surrendered first."""
    left = {}
    for line in table:
        left[(line["code"], "CEA-%d" % line["period"])] = line["determined"]
    for code, unit, sign, quantity in moves(before=True):
        left[(code, unit)] = left.get((code, unit), 0) + sign * quantity
    for line in sorted(table, key=lambda one: one["period"]):
        need = line["allowances"] - advance(line)
        for unit in ("CEA-2021", "CEA-2022"):
            take = min(need, left.get((line["code"], unit), 0))
            left[(line["code"], unit)] = left.get((line["code"], unit), 0) - take
            need -= take
        if need:
            raise ValueError("%s lacks %d for %d" % (line["code"], need, line["period"]))
    for code, unit, sign, quantity in moves(before=False):
        left[(code, unit)] = left.get((code, unit), 0) + sign * quantity
    return [{"code": code, "unit": unit, "quantity": quantity} for (code, unit), quantity in sorted(left.items()) if quantity]


def advance(line):
    return sum(int(row["quantity"]) for row in rows("advances.csv")
               if row["code"] == line["code"] and int(row["year"]) == line["period"])


def moves(before):
    """Changes of holdings beside allocation and surrender, up to the last surrender or after it."""
    for row in rows("trades.csv"):
        if (row["phase"] != "carry-over") == before:
            yield row["seller"], row["unit"], -1, int(row["quantity"])
            yield row["buyer"], row["unit"], 1, int(row["quantity"])
    for row in rows("other-moves.csv"):
        if (row["phase"] != "carry-over") == before:
            yield row["code"], row["unit"], 1, int(row["quantity"])


def render(lines):
    names = list(lines[0])
    return "\n".join([",".join(names)] + [",".join(str(line[name]) for name in names) for line in lines]) + "\n"


def main():
    table = figures()
    results = {"expected.csv": render(table), "expected-holdings.csv": render(holdings(table))}
    wrong = 0
    for name, text in results.items():
        path = os.path.join(HERE, name)
        if "--write" in sys.argv:
            with open(path, "w") as file:
                file.write(text)
        elif not os.path.exists(path) or open(path).read() != text:
            print(name, "differs from the figures computed here")
            wrong = 1
    sys.exit(wrong)


if __name__ == "__main__":
    main()
