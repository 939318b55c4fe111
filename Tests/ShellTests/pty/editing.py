"""Typing, with Arabic."""

import time

from terminal import CONTINUATION, PROMPT


def first_start_shows_a_hint(shell):
    assert "Try: quote" in shell().greeting


def later_starts_show_none(shell):
    shell().enter(".tables")
    assert "Try: quote" not in shell().greeting


def a_query_prints_a_table_and_a_footer(shell):
    answer = shell().enter("quote(speaker, text) | limit 3")
    assert "speaker" in answer and "3 rows from" in answer


def arabic_is_typed_and_answered(shell):
    answer = shell().enter("اقتباس(المتحدث، النص) | limit 1")
    assert "1 row from" in answer and "error" not in answer


def arabic_letters_are_deleted_one_by_one(shell):
    answer = shell().enter('article(outlet), outlet has "زززك\x7f\x7f" | limit 1')
    assert "زز`" in answer or '"زز"' in answer, answer


def marks_are_deleted_before_their_letter(shell):
    answer = shell().enter('article(outlet), outlet = "زَ\x7fx"')
    assert '"زx"' in answer, answer


def the_cursor_moves_into_arabic(shell):
    # Left three times, delete, type: the second letter is another one.
    answer = shell().enter('article(outlet), outlet = "زاي"\x1b[D\x1b[D\x1b[D\x1b[3~و')
    assert '"زوي"' in answer, answer


def home_and_end(shell):
    assert "3 rows" in shell().enter("uote(speaker) | limit\x1b[Hq\x1b[F 3")


def ctrl_a_and_ctrl_e(shell):
    assert "3 rows" in shell().enter("uote(speaker) | limit\x01q\x05 3")


def ctrl_u_clears_the_line(shell):
    assert "article" in shell().enter("nonsense\x15.tables")


def ctrl_w_deletes_a_word(shell):
    assert "3 rows" in shell().enter("quote(speaker) | limit 5\x173")


def a_statement_goes_on_in_the_next_line(shell):
    terminal = shell()
    terminal.enter("quote(speaker,", prompt=CONTINUATION)
    assert "2 rows" in terminal.enter("text) | limit 2")


def an_empty_line_ends_an_open_statement(shell):
    terminal = shell()
    terminal.enter("quote(speaker,", prompt=CONTINUATION)
    assert "error" in terminal.enter("")


def a_line_with_a_bar_goes_on_from_the_last_result(shell):
    terminal = shell()
    terminal.enter("quote(speaker) | limit 7")
    assert "7" in terminal.enter("| count")


def an_error_points_at_its_place(shell):
    answer = shell().enter("quote(spaeker)")
    assert "^^^^^^^" in answer and "did you mean `speaker`" in answer


def a_pasted_script_of_200_lines_is_run_whole(shell):
    terminal = shell()
    lines = [f"rule r{n}(s) :=\n  quote(speaker: s)" for n in range(100)]
    terminal.paste("\n".join(lines) + "\n")
    answer = terminal.press()
    assert answer.count(" defined") == 100, answer[-2000:]


def a_paste_waits_for_enter(shell):
    terminal = shell()
    terminal.paste("quote(speaker) | limit 4\n")
    assert "rows" not in terminal.settle()
    assert "4 rows" in terminal.press()


def tabs_of_a_paste_complete_nothing(shell):
    terminal = shell()
    terminal.paste("quote(\tspeaker)\t| limit 4")
    assert "4 rows" in terminal.press()


def a_paste_on_a_terminal_that_marks_none(shell):
    terminal = shell()
    terminal.type("rule a(s) := quote(speaker: s)\rquote(speaker)\r| limit 6\r")
    terminal.see("6 rows")


def resizing_while_a_line_is_edited(shell):
    terminal = shell(size=(24, 80))
    terminal.type("quote(speaker, text) ")
    terminal.settle(0.1)
    terminal.resize(24, 40)
    terminal.settle(0.2)
    answer = terminal.enter("| limit 2")
    assert "2 rows" in answer
    table = [line for line in answer.splitlines() if "\u2500" in line]
    assert table and len(table[0]) <= 40, table


def a_long_line_wraps_and_is_run(shell):
    terminal = shell(size=(24, 40))
    assert "2 rows" in terminal.enter("quote(speaker, text, date, act, form, cue, article, sentence) | limit 2")


def typing_ahead_while_a_query_runs(shell):
    terminal = shell()
    terminal.type("quote(speaker) | limit 2\rquote(speaker) | limit 3\r")
    terminal.see("2 rows")
    terminal.see("3 rows")


def ctrl_d_leaves(shell):
    terminal = shell()
    terminal.type("\x04")
    assert terminal.end() == 0


def quit_leaves(shell):
    assert shell().finish() == 0
