"""The Python module: the numbers of the program, inputs by their path, tables, and Ctrl-C."""

import html
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

import sendcap

SOURCE = pathlib.Path(os.environ["SENDCAP_SOURCE_DIR"])
PROGRAM = os.environ["SENDCAP_PROGRAM"]

# Children come at 0.8 a day and are seen by one at a time, a day each on average (M/M/1 with a load of 0.8).
DESK = """
title: A desk
clock: {start: 2025-01-01, run for: 2 years, report every: month}
demand:
  referrals: {rate: {is: 0.8 per day, range: [0.6 per day, 0.9 per day], source: counted, quality: sourced}, enters: visits}
services:
  desk: {kind: team, staff: 1, queue: {rule: first come}}
pathways:
  visits:
    steps:
      seen: {service: desk, time: {kind: exponential, mean: 1 day}}
"""
MORE_STAFF = """
plan: more staff
description: One more.
interventions:
  - kind: change staffing
    team: desk
    by: {is: 1, range: [0, 2], source: wished for, quality: assumption}
    from: 2025-06-01
"""
FEWER = """
plan: fewer
interventions:
  - {kind: change demand, demand: referrals, by: -10%, from: 2025-06-01}
"""


class InAFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.desk = self.write("desk.yaml", DESK)
        self.plan = self.write("more.yaml", MORE_STAFF)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def program(self, *arguments):
        subprocess.run(
            [PROGRAM, *map(str, arguments), "--quiet", "--no-record", "--out", self.folder / "out"],
            check=True,
            capture_output=True,
        )
        return self.folder / "out"


class SameNumbers(InAFolder):
    def test_as_the_program_runs(self):
        out = self.program("run", self.desk, "--plan", self.plan, "--replications", 7, "--seed", 3)
        run = sendcap.load(self.desk, [self.plan]).run(replications=7, seed=3, progress=False)
        self.assertEqual(run.document, json.loads((out / "summary.json").read_text()))

    def test_as_the_program_compares(self):
        out = self.program("compare", self.desk, self.plan, "--replications", 7, "--seed", 3)
        comparison = sendcap.load(self.desk, [self.plan]).compare(replications=7, seed=3, progress=False)
        self.assertEqual(comparison.document, json.loads((out / "comparison.json").read_text()))

    def test_with_an_input_changed(self):
        out = self.program("run", self.desk, "--set", "services.desk.staff=2", "--replications", 3)
        run = sendcap.load(self.desk, changes={"services.desk.staff": 2}).run(replications=3, progress=False)
        self.assertEqual(run.document, json.loads((out / "summary.json").read_text()))

    def test_of_the_county(self):
        baseline = SOURCE / "scenarios/worcestershire/baseline.yaml"
        out = self.program("run", baseline, "--replications", 2)
        run = sendcap.load(baseline).run(replications=2, progress=False)
        self.assertEqual(run.document, json.loads((out / "summary.json").read_text()))

    def test_whatever_the_number_of_threads(self):
        desk = sendcap.load(self.desk)
        one = desk.run(replications=6, threads=1, progress=False)
        several = desk.run(replications=6, threads=3, progress=False)
        self.assertEqual(one.document, several.document)


class Inputs(InAFolder):
    def test_are_a_table_with_path_range_and_source(self):
        inputs = sendcap.load(self.desk).inputs().set_index("path")
        rate = inputs.loc["demand.referrals.rate"]
        self.assertEqual((rate["text"], rate["source"], rate["quality"]), ("0.8 per day", "counted", "sourced"))
        self.assertAlmostEqual(rate["low"], 0.6)
        self.assertAlmostEqual(rate["high"], 0.9)
        self.assertIn("desk.yaml:5", rate["place"])

    def test_of_a_plan_are_changed_by_their_path(self):
        path = "plan more staff: interventions.1.by"
        desk = sendcap.load(self.desk, [self.plan])
        self.assertIn(path, set(desk.inputs()["path"]))
        as_it_stands = desk.compare(replications=3, progress=False)
        nobody = desk.changed({path: 0}).compare(replications=3, progress=False)
        self.assertTrue((as_it_stands.differences()["verdict"] == "clear").any())
        self.assertFalse((nobody.differences()["verdict"] == "clear").any())
        self.assertEqual(desk.changed({path: 0}).inputs().set_index("path").loc[path, "value"], 0)

    def test_are_left_alone_in_the_scenario_that_was_changed(self):
        desk = sendcap.load(self.desk)
        changed = desk.changed({"services.desk.staff": 2})
        self.assertEqual(desk.changes, {})
        self.assertEqual(changed.changes, {"services.desk.staff": 2})


class WrongInput(InAFolder):
    def test_is_told_with_its_place_and_a_hint(self):
        wrong = self.write("wrong.yaml", DESK.replace("staff: 1", "staf: 1"))
        with self.assertRaisesRegex(sendcap.WrongFiles, r"wrong\.yaml:7:\d+: error.*\n.*\n.*\n.*did you mean 'staff'"):
            sendcap.load(wrong)

    def test_of_a_plan_is_told(self):
        with self.assertRaisesRegex(sendcap.WrongFiles, "more staff: interventions.1.by"):
            sendcap.load(self.desk, [self.plan], {"plan more staff: interventions.1.by": "many"})
        with self.assertRaisesRegex(sendcap.WrongFiles, "-200% lies outside -100% to 1000%"):
            sendcap.load(self.desk, [self.write("fewer.yaml", FEWER)], {"plan fewer: interventions.1.by": "-200%"})
        with self.assertRaisesRegex(sendcap.WrongFiles, "no plan has an input"):
            sendcap.load(self.desk, [self.plan], {"plan more staff: nothing": 1})

    def test_is_a_plan_with_the_name_of_the_scenario_as_it_stands(self):
        plan = self.write("baseline.yaml", MORE_STAFF.replace("plan: more staff", "plan: baseline"))
        with self.assertRaisesRegex(sendcap.WrongFiles, "two plans are called 'baseline'"):
            sendcap.load(self.desk, [plan])

    def test_is_a_published_figure_of_nothing(self):
        nothing = "observed: [{title: t, measure: waiting, subject: nobody, source: s, points: [{date: 2025-02-01, is: 1}]}]"
        with self.assertRaisesRegex(sendcap.WrongFiles, "SEND-301"):
            sendcap.load(self.write("observed.yaml", DESK + nothing))

    def test_is_no_file(self):
        with self.assertRaisesRegex(sendcap.WrongFiles, "no such file"):
            sendcap.load(self.folder / "none.yaml")

    def test_is_no_number_of_replications(self):
        with self.assertRaises(ValueError):
            sendcap.load(self.desk).run(replications=0)
        with self.assertRaisesRegex(ValueError, "'full', not 'all'"):
            sendcap.load(self.desk).run(keep_replications="all")
        for wrong in ({"replications": 2.0}, {"replications": None}, {"threads": "2"}):
            with self.assertRaisesRegex(TypeError, "whole number"):
                sendcap.load(self.desk).run(**wrong)
        with self.assertRaisesRegex(TypeError, "a list of files"):
            sendcap.load(self.desk, str(self.plan))
        for wrong in ({"threads": 5000}, {"confidence": 95}, {"precision": 5}, {"small_counts_up_to": 8}):
            with self.assertRaises(ValueError):
                sendcap.load(self.desk).run(**wrong)
        with self.assertRaisesRegex(ValueError, "seconds"):
            sendcap.load(self.desk, [self.plan]).compare(seconds=-1)
        with self.assertRaisesRegex(ValueError, "no plan to compare"):
            sendcap.load(self.desk).compare()


class Tables(InAFolder):
    def setUp(self):
        super().setUp()
        self.run_of_desk = sendcap.load(self.desk, [self.plan]).run(
            replications=5, keep_replications="totals", progress=False
        )

    # The mean of an estimate is that of the replications it was made of.
    def test_of_estimates_are_means_of_the_replications(self):
        each = self.run_of_desk.replications()
        each = each[(each["measure"] == "waiting") & (each["service"] == "desk") & (each["plan"] == "baseline")]
        means = each.groupby("date")["value"].mean()
        estimates = self.run_of_desk.estimates("waiting", "desk")
        estimates = estimates[estimates["plan"] == "baseline"].set_index("date")["mean"]
        for date, mean in estimates.items():
            self.assertAlmostEqual(mean, means[date], places=9)

    def test_over_time_have_a_column_for_each_plan(self):
        table = self.run_of_desk.over_time("waiting", "desk")
        self.assertEqual(list(table.columns), ["baseline", "more staff"])
        self.assertEqual(str(table.index[0].date()), "2025-01-01")
        self.assertTrue(table.index.is_monotonic_increasing)

    def test_of_everything_hold_what_the_short_ones_hold(self):
        everything = self.run_of_desk.all_estimates()
        self.assertEqual(
            set(everything["measure"]) - set(self.run_of_desk.estimates(group=None)["measure"]), set()
        )
        self.assertIn("definition", self.run_of_desk.measures().columns)

    def test_of_replications_must_be_asked_for(self):
        with self.assertRaisesRegex(ValueError, "were not kept"):
            sendcap.load(self.desk).run(replications=2, progress=False).replications()

    def test_become_pictures_of_the_report(self):
        chart = sendcap.charts.trajectories(self.run_of_desk, "waiting", ["desk"])
        bundle = chart._repr_mimebundle_()
        specification = bundle["application/vnd.vegalite.v5+json"]
        json.dumps(specification, allow_nan=False)
        self.assertEqual({value["panel"] for value in specification["data"]["values"]}, {"desk"})

    def test_of_differences_become_a_picture_with_a_point_for_each_plan(self):
        comparison = sendcap.load(self.desk, [self.plan]).compare(replications=5, progress=False)
        values = sendcap.charts.differences(comparison, "waiting", ["desk"]).values
        clear = comparison.differences(only_clear=True)
        clear = clear[(clear["measure"] == "waiting") & (clear["service"] == "desk") & (clear["kind"] == "service")]
        self.assertEqual(list(values["plan"]), ["more staff"])
        at_end = clear[clear["date"] == clear.loc[clear["date"] != "whole run", "date"].max()]
        self.assertEqual(values["mean"].iloc[0], at_end["difference"].iloc[0])

    def test_of_one_replication_become_a_picture_too(self):
        comparison = sendcap.load(self.desk, [self.plan]).compare(replications=1, progress=False)
        chart = sendcap.charts.differences(comparison, "waiting", ["desk"])
        json.dumps(chart.specification, allow_nan=False)

    # What the report says makes it again does.
    def test_are_a_report_too(self):
        desk = sendcap.load(self.desk, [self.plan], {"plan more staff: interventions.1.by": 2})
        run = desk.run(replications=2, seed=5, progress=False)
        run.report(self.folder / "desk.html")
        page = html.unescape((self.folder / "desk.html").read_text())
        self.assertTrue("How it was made" in page)
        command = page.split("<pre><code>")[1].split("</code></pre>")[0].strip()
        self.assertTrue(command.startswith("sendcap.load("))
        again = eval(command, {"sendcap": sendcap})
        self.assertEqual(again.document, run.document)


class Interruption(InAFolder):
    # As often as it looks, the progress is told; the second time Ctrl-C is pressed.
    def test_ends_the_work_with_keyboard_interrupt(self):
        told = []

        def progress(done, wanted):
            told.append(done)
            if len(told) == 2:
                signal.raise_signal(signal.SIGINT)

        with self.assertRaises(KeyboardInterrupt):
            sendcap.load(self.desk).run(replications=10_000_000, progress=progress)
        self.assertGreaterEqual(len(told), 2)

    def test_by_what_the_progress_throws(self):
        def progress(done, wanted):
            raise RuntimeError("enough")

        with self.assertRaisesRegex(RuntimeError, "enough"):
            sendcap.load(self.desk).run(replications=10_000_000, progress=progress)

    def test_does_not_befall_work_that_is_left_alone(self):
        told = []
        run = sendcap.load(self.desk).run(replications=30, progress=lambda done, wanted: told.append((done, wanted)))
        self.assertEqual([plan["replications"] for plan in run.document["plans"]], [30])
        self.assertEqual(told[-1], (30, 30))
        self.assertTrue(all(wanted > 0 for done, wanted in told))


if __name__ == "__main__":
    unittest.main()
