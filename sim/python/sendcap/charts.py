"""Pictures for notebooks, drawn with the Vega-Lite specifications of the report.

JupyterLab draws them; where a notebook can not, the numbers are shown as a table.
"""

import json
import pathlib

_PICTURES = pathlib.Path(__file__).parent / "pictures"


class Chart:
    """A Vega-Lite specification with its data."""

    def __init__(self, picture, values):
        self.values = values = values.astype(object).where(values.notna(), None)
        self.specification = json.loads((_PICTURES / f"{picture}.vl.json").read_text(encoding="utf-8"))
        self.specification["data"] = {"values": values.to_dict("records")}

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {
            "application/vnd.vegalite.v5+json": self.specification,
            "text/html": self.values.to_html(index=False, max_rows=30),
            "text/plain": self.values.to_string(index=False, max_rows=30),
        }


def trajectories(run, measure, subjects, published=()):
    """One measure of several subjects over the dates of a run, a panel for each, with the band of the interval.

    published: entries of Scenario.world()["published"]; their points are drawn in the panel of their subject
    """
    import pandas

    lines = run.estimates(measure)
    lines = lines[lines["about"].isin(subjects) & (lines["date"] != "whole run")]
    lines = lines.assign(panel=lines["about"], series=lines["plan"], kind="estimate")
    points = pandas.DataFrame(
        [
            {"panel": series["subject"], "series": run.plans[0], "kind": "published", "date": point["date"]}
            | {"mean": point["value"]}
            for series in published
            if series["measure"] == measure and series["subject"] in subjects and series["group"] == "all"
            for point in series["points"]
        ]
    )
    values = pandas.concat([lines[["panel", "series", "kind", "date", "mean", "low", "high"]], points])
    values["order"] = [list(subjects).index(panel) for panel in values["panel"]]
    values = values.sort_values("order", kind="stable").drop(columns="order")
    return Chart("trajectory", values)


def bars(table, subject, mean="mean", low="low", high="high"):
    """A bar for each line of a table, with its interval; `subject` is the column with the names."""
    values = table[[subject, mean, low, high]].set_axis(["subject", "mean", "low", "high"], axis=1)
    return Chart("bars", values)


def differences(comparison, measure, subjects=None, kind="service"):
    """What each plan changes in one measure at the end of the run: a panel for each subject, a point for each plan.

    kind: of the subjects: 'service', 'pathway', 'provision kind', 'placement', 'plans', 'money' …
    """
    table = comparison.differences()
    table = table[(table["measure"] == measure) & (table["group"] == "all") & (table["date"] != "whole run")]
    table = table[table["kind"] == kind]
    if subjects is not None:
        table = table[table["service"].isin(subjects)]
    table = table[(table["date"] == table["date"].max()) & table["difference"].notna()]
    values = table.drop(columns=["mean", "low", "high"])
    values = values.rename(columns={"difference": "mean", "difference_low": "low", "difference_high": "high"})
    values = values.assign(panel=values["service"] + "|" + measure)
    return Chart("differences", values[["panel", "plan", "mean", "low", "high", "verdict"]])
