"""Runs a notebook from its first cell to its last in the folder where it stands; fails where a cell fails, or where
its outputs are larger than people would want to carry about. With --write it keeps the outputs."""

import json
import pathlib
import sys

import nbformat
from nbclient import NotebookClient

LARGEST_OUTPUTS = 300_000  # characters
SECONDS_FOR_A_CELL = 300


def without_what_changes(notebook):
    """What differs between two runs of the same notebook is not kept: times, numbers of cells, versions."""
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = [output for output in cell.outputs if not is_progress(output)]
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = None
    return notebook


def is_progress(output):
    text = output.get("data", {}).get("text/plain", "")
    return output.output_type == "display_data" and text.startswith(("run: ", "compare: "))


def main():
    path = pathlib.Path(sys.argv[1])
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=SECONDS_FOR_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    outputs = len(json.dumps([cell.outputs for cell in notebook.cells if cell.cell_type == "code"]))
    if outputs > LARGEST_OUTPUTS:
        sys.exit(f"{path.name}: outputs of {outputs} characters; at most {LARGEST_OUTPUTS} are wanted")
    if "--write" in sys.argv:
        nbformat.write(without_what_changes(notebook), path)


main()
