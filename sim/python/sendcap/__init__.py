"""sendcap from Python: load a scenario, change its inputs, run it, compare plans, and look at tables.

    import sendcap

    county = sendcap.load("scenarios/worcestershire/baseline.yaml")
    run = county.run(replications=20)
    run.estimates()

The numbers are those of the program `sendcap`: same files, seed and version, same numbers. Tables are DataFrames of
pandas. Long work shows how far it is; Ctrl-C (or the stop button of a notebook) ends it with KeyboardInterrupt.
"""

from sendcap import charts
from sendcap._engine import WrongFiles
from sendcap._engine import version as __version__
from sendcap.answers import Comparison, Run
from sendcap.scenario import Scenario, load

__all__ = ["Comparison", "Run", "Scenario", "WrongFiles", "__version__", "charts", "load"]
