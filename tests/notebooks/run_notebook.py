"""Runs a notebook from its first cell to its last in the folder where it stands; fails where a cell fails, where the
outputs it keeps are no longer those it gives, or where they are larger than people would want to carry about. With
--write it keeps the outputs of today."""

import json
import os
import pathlib
import re
import sys
import tempfile

import nbformat
from nbclient import NotebookClient

LARGEST_OUTPUTS = 300_000  # characters
SECONDS_FOR_A_CELL = 300
KERNEL = "this-python"


def with_this_python(folder):
    """The cells are run by the interpreter that runs this, whichever a kernel of the machine would be."""
    kernel = pathlib.Path(folder) / "kernels" / KERNEL
    kernel.mkdir(parents=True)
    start = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (kernel / "kernel.json").write_text(json.dumps({"argv": start, "display_name": "Python 3", "language": "python"}))
    os.environ["JUPYTER_PATH"] = str(folder)


def is_progress(output):
    text = output.get("data", {}).get("text/plain", "")
    return output.output_type == "display_data" and text.startswith(("run: ", "compare: "))


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
                if output.output_type == "stream":
                    output.text = re.sub(r"\S*ipykernel_\d+\S*: ", "", output.text)  # the file of a cell that warns
    return notebook


def words_of(cell):
    """What a cell says, in words and numbers."""
    return [output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in cell.outputs]


def expect_same(path, kept, given):
    for before, now in zip(kept.cells, given.cells, strict=True):
        if before.cell_type == "code" and words_of(before) != words_of(now):
            print(f"{path.name}: a cell gives something else than what it keeps; run_notebook.py --write keeps it")
            print("kept:", *words_of(before), "given:", *words_of(now), sep="\n")
            sys.exit(1)


def main():
    path = pathlib.Path(sys.argv[1])
    kept = nbformat.read(path, as_version=4)
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        with_this_python(folder)
        resources = {"metadata": {"path": str(path.parent)}}
        NotebookClient(notebook, timeout=SECONDS_FOR_A_CELL, kernel_name=KERNEL, resources=resources).execute()
    notebook = without_what_changes(notebook)
    outputs = len(json.dumps([cell.outputs for cell in notebook.cells if cell.cell_type == "code"]))
    if outputs > LARGEST_OUTPUTS:
        sys.exit(f"{path.name}: outputs of {outputs} characters; at most {LARGEST_OUTPUTS} are wanted")
    if "--write" in sys.argv:
        nbformat.write(notebook, path)
    else:
        expect_same(path, kept, notebook)


main()
