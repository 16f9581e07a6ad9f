"""How far long work is, in a notebook or at a terminal."""

import contextlib
import sys
import time


def _in_notebook():
    """Whether what is shown can be replaced by what is shown later."""
    shell = sys.modules.get("IPython")
    shell = shell.get_ipython() if shell else None
    return shell is not None and hasattr(shell, "kernel")


def _left(seconds):
    if seconds < 60:
        return f"{seconds:.0f} s left"
    return f"{seconds / 60:.0f} min left"


class _Line:
    """One line that tells how far the work is, and is gone when the work is done."""

    def __init__(self, what):
        self._what = what
        self._began = time.monotonic()
        self._text = ""
        self._display = None

    def __call__(self, done, wanted):
        text = f"{self._what}: {done} of {wanted} replications" if wanted else f"{self._what}: getting ready"
        if 0 < done < wanted:
            text += ", " + _left((time.monotonic() - self._began) / done * (wanted - done))
        if text == self._text:
            return
        self._show(text)
        self._text = text

    def _show(self, text):
        if _in_notebook():
            from IPython.display import Pretty, display

            if self._display is None:
                self._display = display(Pretty(text), display_id=True)
            else:
                self._display.update(Pretty(text))
        elif sys.stderr.isatty():
            sys.stderr.write("\r" + text.ljust(len(self._text)))
            sys.stderr.flush()

    def end(self):
        if self._display is not None:
            from IPython.display import Pretty

            self._display.update(Pretty(f"{self._what}: {time.monotonic() - self._began:.1f} s"))
        elif self._text and sys.stderr.isatty():
            sys.stderr.write("\r" + " " * len(self._text) + "\r")


@contextlib.contextmanager
def watching(progress, what):
    """Gives what is to be called with (done, wanted): the function given, one that shows a line, or nothing."""
    if progress is True:
        line = _Line(what)
        try:
            yield line
        finally:
            line.end()
    else:
        yield progress or None
