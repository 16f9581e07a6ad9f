"""Scenarios and the plans for them."""

import json
import os
import warnings

from sendcap import _engine
from sendcap.answers import Comparison, Run
from sendcap.progress import watching


def load(scenario, plans=(), changes=None):
    """A scenario read from a file, with plans to be compared with it.

    scenario: path of a scenario file
    plans:    paths of plan files
    changes:  values of inputs by their path, such as {"services.occupational therapy.staff": 14}; a value is what
              would stand in the file. Inputs of a plan are called "plan TITLE: path".

    Raises WrongFiles, with file, line, column and a hint, when something is wrong; what is only doubtful is a warning.
    """
    return Scenario(os.fspath(scenario), _paths(plans), dict(changes or {}))


def _paths(plans):
    if isinstance(plans, (str, bytes, os.PathLike)):
        raise TypeError("plans is a list of files, also where it is one: plans=[…]")
    return [os.fspath(plan) for plan in plans]


def _expect_numbers(replications, precision, seconds, confidence, threads):
    """Refuses at once what would be refused, or mislead, after the work."""
    for name, number in (("replications", replications), ("threads", threads)):
        if not isinstance(number, int):
            raise TypeError(f"{name} is a whole number, not {number!r}")
    if not 1 <= replications <= 10_000_000:
        raise ValueError("replications are 1 to 10,000,000")
    if precision is not None and not 0 < precision < 1:
        raise ValueError("precision is a share of the mean, such as 0.05")
    if seconds is not None and not seconds > 0:
        raise ValueError("seconds is how long there is")
    if not 0 < confidence < 1:
        raise ValueError("confidence is a share of 1, such as 0.95")
    if not 0 <= threads <= 1024:
        raise ValueError("threads are 1 to 1024, or 0: as many as the machine has")


class Scenario:
    """A scenario as it stands, and plans for it. Does not change: `changed` and `with_plans` give another one."""

    def __init__(self, path, plans, changes):
        self._path = path
        self._plans = plans
        self._changes = changes
        self._study = _engine.Study(path, plans, [f"{name}={value}" for name, value in changes.items()])
        if self._study.warnings:
            warnings.warn("\n" + self._study.warnings, stacklevel=3)

    @property
    def title(self):
        return self._study.title

    @property
    def description(self):
        return self._study.description

    @property
    def plans(self):
        """The titles of the plans, in order."""
        return self._study.plans

    @property
    def changes(self):
        """The inputs that were changed, with their values."""
        return dict(self._changes)

    def inputs(self):
        """The figures that may be changed, as `sendcap inputs` lists them: a DataFrame with path, value as text and
        as a number in the base unit of its kind (days, a share of 1, pounds, per day), the range it may reasonably
        have, source and quality."""
        import pandas

        return pandas.DataFrame(self._study.inputs())

    def world(self):
        """The world of the scenario as a document, as the program writes it as world.json: districts, roads,
        provision, pathways, and what is published of it."""
        return json.loads(self._study.world_json())

    def changed(self, changes):
        """The same scenario with further inputs changed, by their path."""
        return Scenario(self._path, self._plans, {**self._changes, **changes})

    def with_plans(self, plans):
        """The same scenario with these plan files."""
        return Scenario(self._path, _paths(plans), self._changes)

    def run(
        self,
        replications=100,
        seed=1,
        precision=None,
        confidence=0.95,
        threads=0,
        small_counts_up_to=4,
        keep_replications=None,
        progress=True,
    ):
        """Runs the scenario as it stands and with each plan, under the same random numbers.

        replications:       of each; with a precision, as many as are needed
        precision:          wanted half-width of the headline measures, relative to their mean
        confidence:         of the intervals
        threads:            0: as many as the machine has
        small_counts_up_to: counts of real children at the start that are left out, as in published tables
        keep_replications:  'totals', 'milestones' or 'full' to keep each replication for Run.replications
        progress:           True shows how far it is; a function is called with (done, wanted); False shows nothing
        """
        _expect_numbers(replications, precision, None, confidence, threads)
        if not 0 <= small_counts_up_to <= 7:
            raise ValueError("small_counts_up_to is 0 (none are left out) to 7")
        with watching(progress, "run") as watch:
            answer = self._study.run(
                replications, seed, precision, confidence, threads, small_counts_up_to, keep_replications, watch
            )
        return Run(answer)

    def compare(
        self, replications=100, seed=1, precision=None, seconds=None, confidence=0.95, threads=0, progress=True
    ):
        """Compares each plan with the scenario as it stands, replication by replication; see `run` for the rest.

        seconds: time there is, in place of a number of replications
        """
        if not self.plans:
            raise ValueError("there is no plan to compare: load(scenario, plans=[…]), or with_plans([…])")
        _expect_numbers(replications, precision, seconds, confidence, threads)
        with watching(progress, "compare") as watch:
            answer = self._study.compare(replications, seed, precision, seconds, confidence, threads, watch)
        return Comparison(answer)

    def __repr__(self):
        plans = f", plans {self.plans}" if self.plans else ""
        return f"<sendcap.Scenario {self.title!r}{plans}>"
