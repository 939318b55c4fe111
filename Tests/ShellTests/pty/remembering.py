"""The history."""

import os
import stat

from terminal import CONTINUATION


def statements_come_back_after_a_restart(shell):
    first = shell()
    first.enter("quote(speaker) | limit 4")
    first.finish()
    second = shell()
    second.type("\x1b[A\x1b[A")
    assert "4 rows" in second.press()


def arabic_comes_back_after_a_restart(shell):
    first = shell()
    first.enter('اقتباس(المتحدث، النص) | limit 4')
    first.finish()
    second = shell()
    second.type("\x1b[A\x1b[A")
    assert "4 rows" in second.press()


def a_statement_of_several_lines_is_one_entry(shell):
    first = shell()
    first.enter("quote(speaker,", prompt=CONTINUATION)
    first.enter("text) | limit 4")
    first.finish()
    second = shell()
    second.type("\x1b[A\x1b[A")
    assert "4 rows" in second.press()


def arabic_is_edited_when_it_comes_back(shell):
    terminal = shell()
    terminal.enter('article(outlet), outlet = "زاي"')
    terminal.type("\x1b[A\x1b[D\x7fد")
    assert '"زاد"' in terminal.press()


def the_file_is_its_owners_alone(home, shell):
    shell().enter(".tables")
    assert stat.S_IMODE(os.stat(home.file("history")).st_mode) == 0o600


def a_file_that_others_could_read_is_closed_to_them(home, shell):
    home.file("history", "", mode=0o644)
    shell().enter(".tables")
    assert stat.S_IMODE(os.stat(home.file("history")).st_mode) == 0o600


def the_same_statement_twice_is_kept_once(home, shell):
    terminal = shell()
    terminal.enter(".tables")
    terminal.enter(".tables")
    assert home.read("history").count(".tables") == 1


def a_blank_in_front_keeps_nothing(home, shell):
    shell().enter(" quote(speaker) | limit 1")
    assert "quote" not in home.read("history")


def ctrl_r_finds(shell):
    terminal = shell()
    terminal.enter("quote(speaker) | limit 4")
    terminal.enter(".tables")
    terminal.type("\x12spea\x1b")
    terminal.settle()
    assert "4 rows" in terminal.press()


def history_searches(shell):
    terminal = shell()
    terminal.enter("quote(speaker) | limit 4")
    terminal.enter(".tables")
    answer = terminal.enter(".history speak")
    assert "limit 4" in answer and ".tables" not in answer


def history_lists_the_last(shell):
    terminal = shell()
    terminal.enter("quote(speaker) | limit 4")
    assert "limit 4" in terminal.enter(".history 5")


def an_empty_variable_keeps_none(home, shell):
    terminal = shell(ISNAD_HISTORY="")
    terminal.enter(".tables")
    terminal.finish()
    assert not os.path.exists(home.file("history"))


def without_the_variable_it_lies_in_the_state_folder(home, shell):
    shell(ISNAD_HISTORY=None).enter(".tables")
    assert os.path.exists(home.file(".local/state/isnad/history"))


def a_history_that_cannot_be_kept_is_no_reason_not_to_start(shell):
    terminal = shell(ISNAD_HISTORY="/nonesuch/history")
    assert "/nonesuch/history" in terminal.greeting
    assert "article" in terminal.enter(".tables")


def a_damaged_history_is_no_reason_not_to_start(home, shell):
    home.file("history", "\x00\xff nothing of ours\n\n")
    assert "article" in shell().enter(".tables")


def what_was_entered_before_moves_to_the_end(shell):
    first = shell()
    for line in [".timer", ".tables", ".timer"]:
        first.enter(line)
    assert first.enter(".history").split() == [".tables", ".timer", ".history"]
    first.finish()
    assert shell().enter(".history").split() == [".tables", ".timer", ".quit", ".history"]
