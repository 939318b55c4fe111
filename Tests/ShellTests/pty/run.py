#!/usr/bin/env python3
"""Drives the shell and the command line as people do: `run.py PATH/TO/isnad [WORD]`.

Each scenario is a function in a file beside this one; WORD runs those with it in their names. Needs pexpect, and is
skipped without.
"""

import importlib
import inspect
import os
import sys
import time
import traceback

FILES = ["editing", "completing", "interrupting", "remembering", "commands", "surroundings", "oneshot"]


def scenarios(word):
    for name in FILES:
        module = importlib.import_module(name)
        for function in vars(module).values():
            if inspect.isfunction(function) and function.__module__ == name and not function.__name__.startswith("_"):
                if word in f"{name}.{function.__name__}":
                    yield f"{name}.{function.__name__}", function


def attempt(function, terminal):
    """None, or what went wrong."""
    home, opened = terminal.Home(), []

    def shell(*arguments, **options):
        opened.append(terminal.Terminal(home, *arguments, **options))
        return opened[-1]

    try:
        function(*[{"home": home, "shell": shell}[name] for name in inspect.signature(function).parameters])
        return None
    except Exception:
        return traceback.format_exc()
    finally:
        for each in opened:
            each.close()
        home.remove()


def main():
    try:
        import terminal
    except ImportError as missing:
        print(f"skipped: {missing}")
        return 0
    terminal.binary = os.path.abspath(sys.argv[1])
    start, failed, count = time.monotonic(), 0, 0
    for name, function in scenarios(sys.argv[2] if len(sys.argv) > 2 else ""):
        count += 1
        problem = attempt(function, terminal)
        if problem:
            failed += 1
            print(f"FAILED {name}: {inspect.getdoc(function) or ''}\n{problem}")
    print(f"{count} scenarios, {failed} failed, {time.monotonic() - start:.0f} s")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
