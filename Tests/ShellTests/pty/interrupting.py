"""Ctrl-C in each state, Ctrl-Z, Ctrl-D: nothing but Ctrl-D ends the shell."""

import os
import time

import pexpect

import terminal
from terminal import CONTINUATION, PROMPT

# Long enough to be stopped.
_SLOW = "mention(start: a), mention(start: b), mention(start: c), mention(start: d), a + b + c + d = 1 | count"


def at_an_empty_prompt(shell):
    terminal = shell()
    terminal.press("\x03")
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def with_a_half_typed_line(shell):
    terminal = shell()
    terminal.type("quote(spea")
    terminal.press("\x03")
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def with_half_typed_arabic(shell):
    terminal = shell()
    terminal.type('quote(speaker: "سال')
    terminal.press("\x03")
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def in_the_second_line_of_a_statement(shell):
    terminal = shell()
    terminal.enter("quote(speaker,", prompt=CONTINUATION)
    terminal.press("\x03")
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def while_a_query_runs(shell):
    terminal = shell()
    terminal.type(_SLOW + "\r")
    time.sleep(0.5)
    terminal.type("\x03")
    terminal.see("stopped")
    terminal.wait()
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def a_stopped_query_leaves_the_last_result(shell):
    terminal = shell()
    terminal.enter("quote(speaker) | limit 9")
    terminal.type(_SLOW + "\r")
    time.sleep(0.5)
    terminal.type("\x03")
    terminal.see("stopped")
    terminal.wait()
    assert "9" in terminal.enter("_ | count")


def while_articles_are_loaded(home, shell):
    text = "قال سالم الديراوي إن الجسر فتح أمام 300 سيارة. " * 40
    home.file("many.jsonl", "".join('{"id": "m%d", "text": "%s %d"}\n' % (n, text, n) for n in range(20000)))
    terminal = shell()
    terminal.enter(".timer off")
    terminal.type(".load many.jsonl\r")
    time.sleep(0.3)
    terminal.type("\x03")
    terminal.see("stopped")
    terminal.wait()
    assert "of 18 articles" in terminal.enter("quote(speaker) | limit 2")


def many_times(shell):
    terminal = shell()
    for _ in range(5):
        terminal.press("\x03")
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def a_search_in_the_history(shell):
    terminal = shell()
    terminal.enter("quote(speaker) | limit 2")
    terminal.type("\x12quo")
    terminal.settle()
    terminal.press("\x03")
    assert "3 rows" in terminal.enter("quote(speaker) | limit 3")


def stopping_and_going_on(home):
    """Ctrl-Z and fg, which need a shell around."""
    child = pexpect.spawn(
        "bash", ["--norc", "--noprofile", "-i"], env=home.environment(PS1="sh> "), encoding="utf-8", timeout=terminal.PATIENCE, echo=False)
    try:
        child.expect_exact("sh> ")
        child.sendline(f"'{terminal.binary}'")
        child.expect_exact(PROMPT)
        child.send("quote(speaker) ")
        child.expect_exact("speaker")
        child.send("\x1a")
        child.expect_exact("sh> ")
        child.sendline("fg")
        child.expect_exact(PROMPT)
        child.send("| limit 2\r")
        child.expect_exact("2 rows")
        # Letters come one by one again, as the editor needs them.
        child.send(".ta\t\r")
        child.expect_exact("timex")
    finally:
        child.close(force=True)


def a_dropped_line_does_not_stop_completion(shell):
    terminal = shell()
    terminal.press("\x03")
    terminal.type('quote(speaker, act: "den\t) | limit 1')
    assert "1 row" in terminal.press()


def ctrl_d_in_a_half_typed_line_leaves_it(shell):
    terminal = shell()
    terminal.type("quote(speaker)\x04")
    terminal.settle()
    assert "2 rows" in terminal.enter(" | limit 2")


def the_terminal_goes_away(shell):
    terminal = shell()
    terminal.child.sendeof()
    assert terminal.end() == 0


def while_a_pipe_keeps_a_load_waiting(home, shell):
    """Nobody writes to the pipe; then somebody does, and stops in the middle of an article."""
    pipe = home.file("pipe")
    os.mkfifo(pipe)
    terminal = shell()
    _stop_loading(terminal, pipe)
    writer = os.open(pipe, os.O_RDWR)
    os.write(writer, '{"id": "a", "text": "قال'.encode())
    _stop_loading(terminal, pipe)
    os.close(writer)
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def _stop_loading(terminal, path):
    terminal.type(f".load {path}\r")
    time.sleep(0.5)
    terminal.type("\x03")
    terminal.see("stopped")
    terminal.wait()
