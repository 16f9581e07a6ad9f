"""What comes of a run or a comparison, as tables."""

import html
import io
import json
import os
import pathlib
import tempfile


# Columns of words, whatever the words look like.
_WORDS = "plan date measure service group kind unit between lowest_group highest_group verdict".split()


def _pandas():
    import pandas

    return pandas


def _table(text):
    return _pandas().read_csv(
        io.StringIO(text), dtype=dict.fromkeys(_WORDS, str), float_precision="round_trip", keep_default_na=False, na_values=[""]
    )


class Answer:
    """What runs and comparisons have in common: words for a terminal, and a report."""

    def __init__(self, answer, text, document):
        self._answer = answer
        self._text = text
        self.document = document

    def report(self, path):
        """Writes a page of findings and pictures: one HTML file that needs nothing beside itself."""
        path = pathlib.Path(path)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=path.name, suffix=".part", delete=False
        ) as file:
            try:
                file.write(self._answer.page())
                file.close()
                os.chmod(file.name, 0o644)
                os.replace(file.name, path)
            except BaseException:
                os.unlink(file.name)
                raise

    def __str__(self):
        return self._text

    def _repr_html_(self):
        return f"<pre>{html.escape(self._text)}</pre>"


class Run(Answer):
    """A run. `document` is what the program writes as summary.json."""

    def __init__(self, answer):
        super().__init__(answer, answer.table(), json.loads(answer.summary_json()))

    @property
    def plans(self):
        return [plan["plan"] for plan in self.document["plans"]]

    def estimates(self, measure=None, about=None, group="all"):
        """Means over replications with their intervals: a line for each plan, date, measure, subject and group.

        measure: only this one, such as 'waiting' (see `measures`)
        about:   only this subject: a service, a pathway, a provision, 'placement', 'plans' …
        group:   only this group, such as 'district: Redditch'; None: all groups
        """
        lines = []
        for plan in self.document["plans"]:
            for series in plan["estimates"]:
                if (measure is not None and series["measure"] != measure) or (
                    about is not None and series["service"] != about
                ):
                    continue
                if group is not None and series["group"] != group:
                    continue
                named = [series[name] for name in ("measure", "service", "kind", "group", "unit")]
                values = zip(
                    series["dates"], series["mean"], series["low"], series["high"], series["replications"], strict=True
                )
                lines += [[plan["plan"], *named, *value] for value in values]
        columns = "plan measure about kind group unit date mean low high replications".split()
        return _pandas().DataFrame(lines, columns=columns)

    def over_time(self, measure, about, group="all"):
        """The means of one measure over the dates of the run: a DataFrame with a column for each plan, by date."""
        pandas = _pandas()
        lines = self.estimates(measure, about, group)
        lines = lines[lines["date"] != "whole run"]
        table = lines.pivot_table(index="date", columns="plan", values="mean", sort=False)
        table.index = pandas.to_datetime(table.index)
        return table.sort_index()

    def measures(self):
        """What each measure means, and its unit."""
        return _pandas().DataFrame(self.document["measures"])

    def targets(self):
        """Each target of each plan: what is expected, and the chance that it is met."""
        return _pandas().DataFrame(
            [{"plan": plan["plan"], **target} for plan in self.document["plans"] for target in plan["targets"]]
        )

    def all_estimates(self):
        """Every measure of every group at every date, as in estimates.csv; of a county this is large."""
        return _table(self._answer.estimates_csv())

    def inequality(self):
        """Waits and outcomes compared between districts, needs, ages …, as in inequality.csv."""
        return _table(self._answer.inequality_csv())

    def replications(self):
        """Each replication by itself, as in results.csv; only of a run with `keep_replications`."""
        text = self._answer.results_csv()
        if not text:
            raise ValueError("the replications were not kept: run(…, keep_replications='totals')")
        return _table(text)


class Comparison(Answer):
    """A comparison of plans. `document` is what the program writes as comparison.json."""

    def __init__(self, answer):
        super().__init__(answer, answer.text(), json.loads(answer.json()))

    def findings(self):
        """What each plan changes, in sentences, by plan."""
        return {plan["plan"]: plan["findings"] for plan in self.document["plans"] if "findings" in plan}

    def differences(self, only_clear=False):
        """Each outcome of each plan beside the scenario as it stands, as in comparison.csv.

        only_clear: leave out what chance alone may explain, and what does not change
        """
        table = _table(self._answer.csv())
        return table[table["verdict"] == "clear"].reset_index(drop=True) if only_clear else table
