#!/usr/bin/env python3
"""Drives the shell and the command line as people do: `run.py PATH/TO/isnad [WORD]`.

Each scenario is a function in a file beside this one; WORD runs those with it in their names. Needs pexpect and
python-bidi from PyPI, and fails without.
"""

import concurrent.futures
import importlib
import inspect
import os
import sys
import time
import traceback

FILES = ["editing", "completing", "interrupting", "remembering", "commands", "surroundings", "oneshot"]
# Most of a scenario is waiting for a prompt.
WORKERS = 6


def scenarios(word):
    """Pairs of file and function."""
    for name in FILES:
        module = importlib.import_module(name)
        for function in vars(module).values():
            if inspect.isfunction(function) and function.__module__ == name and not function.__name__.startswith("_"):
                if word in f"{name}.{function.__name__}":
                    yield name, function.__name__


def attempt(binary, name, function):
    """What went wrong, or nothing."""
    import terminal

    terminal.binary = binary
    function = getattr(importlib.import_module(name), function)
    home, opened = terminal.Home(), []

    def shell(*arguments, **options):
        opened.append(terminal.Terminal(home, *arguments, **options))
        return opened[-1]

    try:
        function(*[{"home": home, "shell": shell}[name] for name in inspect.signature(function).parameters])
        return ""
    except Exception:
        return f"{inspect.getdoc(function) or ''}\n{traceback.format_exc()}"
    finally:
        for each in opened:
            each.close()
        home.remove()


def main():
    try:
        import bidi, pexpect
    except ImportError as missing:
        print(f"{missing}; the scenarios need: pip install pexpect python-bidi")
        return 1
    binary, start = os.path.abspath(sys.argv[1]), time.monotonic()
    chosen = list(scenarios(sys.argv[2] if len(sys.argv) > 2 else ""))
    failed, again = 0, []
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as pool:
        results = [(scenario, pool.submit(attempt, binary, *scenario)) for scenario in chosen]
        for scenario, result in results:
            # A terminal on a loaded machine can answer late: what fails among others runs once more, alone.
            if result.result():
                again.append(scenario)
    for scenario in again:
        problem = attempt(binary, *scenario)
        failed += bool(problem)
        print(f"{'FAILED' if problem else 'passed alone'} {'.'.join(scenario)}: {problem}")
    print(f"terminal scenarios took {time.monotonic() - start:.0f} s")
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
