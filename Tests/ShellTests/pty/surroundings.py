"""Terminals of all sorts, start-up files, surroundings that lack something."""

import re


def the_c_locale(shell):
    answer = shell(LC_ALL="C").enter("اقتباس(المتحدث) | limit 2")
    assert "2 rows" in answer


def the_posix_locale_of_an_empty_environment(shell):
    assert "2 rows" in shell(LC_ALL=None).enter("اقتباس(المتحدث) | limit 2")


def a_dumb_terminal(shell):
    terminal = shell(TERM="dumb", marks=False)
    terminal.type("quote(speaker) | limit 2\r")
    terminal.see("2 rows")
    terminal.wait()


def an_unknown_terminal(shell):
    terminal = shell(TERM="nonesuch")
    assert "2 rows" in terminal.enter("quote(speaker) | limit 2")


def no_terminal_named(shell):
    terminal = shell(TERM=None, marks=False)
    terminal.type("quote(speaker) | limit 2\r")
    terminal.see("2 rows")


def colour(shell):
    terminal = shell()
    terminal.type("quote(speaker) | limit 2\r")
    terminal.see("\x1b[1m")


def no_color_is_obeyed(shell):
    terminal = shell(NO_COLOR="1")
    terminal.type("quote(speaker) | limit 2\r")
    terminal.child.expect_exact("2 rows")
    assert "\x1b[1m" not in terminal.child.before


def ten_columns(shell):
    terminal = shell(size=(24, 10))
    answer = terminal.enter("quote(speaker, text, act) | limit 2")
    assert "── 2 ──" in answer


def four_hundred_columns(shell):
    answer = shell(size=(24, 400)).enter("quote(*) | limit 2")
    assert "2 rows" in answer


def a_table_never_is_wider_than_the_terminal(shell):
    terminal = shell(size=(24, 50))
    terminal.enter(".bidi off")
    answer = terminal.enter("quote(speaker, text, act, date) | limit 5")
    assert all(len(line) <= 50 for line in answer.splitlines() if "\u2500" in line)


def resizing_between_tables(shell):
    terminal = shell(size=(24, 100))
    terminal.enter("quote(speaker, text) | limit 5")
    terminal.resize(24, 40)
    answer = terminal.enter("quote(speaker, text) | limit 5")
    rule = [line for line in answer.splitlines() if line.startswith("\u2500")]
    assert rule and len(rule[0]) <= 40, rule


def the_start_up_file_is_run(home, shell):
    home.file(".config/isnad/startup.isnad", '.mode jsonl\nrule who(s) := quote(speaker: s)\n')
    terminal = shell()
    assert "defined" not in terminal.greeting
    assert '"s":' in terminal.enter("who(s) | limit 1")


def the_start_up_file_follows_the_config_folder(home, shell):
    home.file("conf/isnad/startup.isnad", ".mode jsonl\n")
    assert '"speaker":' in shell(XDG_CONFIG_HOME=home.file("conf")).enter("quote(speaker) | limit 1")


def a_start_up_file_of_the_current_folder_is_not_run(home, shell):
    home.file("startup.isnad", ".mode jsonl\n")
    home.file("isnad/startup.isnad", ".mode jsonl\n")
    assert '"speaker":' not in shell(XDG_CONFIG_HOME=".").enter("quote(speaker) | limit 1")


def a_mistake_in_the_start_up_file_is_told(home, shell):
    home.file(".config/isnad/startup.isnad", "quote(spaeker)\n.mode jsonl\n")
    terminal = shell()
    assert "did you mean `speaker`" in terminal.greeting and "startup.isnad" in terminal.greeting
    assert '"speaker":' in terminal.enter("quote(speaker) | limit 1")


def controls_in_articles_reach_no_terminal(home, shell):
    home.file("bad.jsonl", '{"id": "x", "outlet": "a\\u001b[31mb\\u202ec", "text": "قال سالم إن الجسر فتح."}\n')
    terminal = shell("bad.jsonl")
    terminal.type("article(outlet)\r")
    terminal.child.expect_exact("1 row")
    assert "\x1b[31m" not in terminal.child.before and "\u202e" not in terminal.child.before
    assert "␛[31m" in terminal.child.before and "<RLO>" in terminal.child.before


def progress_of_a_load_is_gone_when_done(home, shell):
    text = "قال سالم الديراوي إن الجسر فتح أمام 300 سيارة. " * 40
    home.file("many.jsonl", "".join('{"id": "m%d", "text": "%s %d"}\n' % (n, text, n) for n in range(12000)))
    terminal = shell()
    terminal.type(".load many.jsonl\r")
    terminal.see("MB/s")
    terminal.see(" left")
    terminal.child.expect_exact("12000 articles loaded", timeout=60)
    last = terminal.child.before.rsplit("\r", 1)[-1]
    assert "MB/s" not in last


def progress_of_a_query(shell):
    terminal = shell()
    terminal.type("mention(start: a), mention(start: b), mention(start: c), mention(start: d), a + b + c + d = 1"
                  " | count\r")
    terminal.see("Ctrl-C stops")
    terminal.type("\x03")
    terminal.see("stopped")
