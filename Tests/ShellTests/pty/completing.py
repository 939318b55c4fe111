"""What Tab does. The sample corpus is the data."""

import os

_DATA = "\n".join(
    '{"id": "%s", "outlet": "الضفاف", "published": "2024-01-0%d", "text": "%s"}' % row
    for row in [
        ("n1", 1, "قال سالم الديراوي إن الجسر فتح. قال الديراوي إن السير عاد."),
        ("n2", 2, "قالت ليلى مرعي إن الجسر فتح."),
        ("n3", 3, "قال سالم الديراوي إن الأعمال انتهت."),
    ])


def _loaded(home, shell):
    return shell(home.file("news.jsonl", _DATA + "\n"))


def relations(shell):
    terminal = shell()
    terminal.type("quo\tspeaker) | limit 1")
    assert "1 row" in terminal.press()


def fields_of_this_relation(shell):
    terminal = shell()
    terminal.type("figure(meas\t, val\t) | limit 1")
    assert "measure" in terminal.press()


def stages(shell):
    terminal = shell()
    terminal.type("quote(speaker) | lim\t2")
    assert "2 rows" in terminal.press()


def arabic_keywords(shell):
    terminal = shell()
    terminal.type("اقتب\tspeaker) | limit 1")
    assert "1 row" in terminal.press()


def closed_lists(shell):
    terminal = shell()
    terminal.type('quote(speaker, act: "den\t) | limit 1')
    assert "error" not in terminal.press()


def values_from_the_data(home, shell):
    terminal = _loaded(home, shell)
    terminal.type("quote(speaker: \"ليل\t)")
    terminal.type(" | count")
    assert "1" in terminal.press()


def values_by_a_word_inside(home, shell):
    terminal = _loaded(home, shell)
    terminal.type("quote(speaker: \"مرع\t")
    terminal.see("ليلى مرعي")


def values_are_folded(home, shell):
    terminal = _loaded(home, shell)
    terminal.type("quote(speaker: \"ليلي\t, text) | count")
    assert "ليلى مرعي" in terminal.press() + terminal.enter(".history 2")


def values_are_narrowed_by_other_conditions(home, shell):
    terminal = _loaded(home, shell)
    terminal.type('quote(text has "السير", speaker: "\t')
    printed = terminal.settle(0.5)
    assert "الديراوي" in printed and "مرعي" not in printed, printed


def a_list_shows_counts(home, shell):
    terminal = _loaded(home, shell)
    terminal.type('quote(speaker: "\t')
    terminal.see("(3)")
    terminal.see("(1)")


def a_list_leaves_the_line_as_it_was(shell):
    terminal = shell()
    terminal.type("quote(speaker) | \t")
    terminal.see("timeline")
    terminal.type("limit 2")
    assert "2 rows" in terminal.press()


def common_beginnings_are_put_in(home, shell):
    home.file("scripts/news-one.isnad", "quote(speaker) | limit 1\n")
    home.file("scripts/news-two.isnad", "quote(speaker) | limit 2\n")
    terminal = shell()
    terminal.type(".read scr\tn\tt\t")
    assert "2 rows" in terminal.press()


def commands_and_their_arguments(shell):
    terminal = shell()
    terminal.type(".mo\tjs\t")
    terminal.press()
    assert '{"speaker"' in terminal.enter("quote(speaker) | limit 1").replace(" ", "")


def relations_of_schema(shell):
    terminal = shell()
    terminal.type(".sch\tfig\t")
    assert "measure" in terminal.press()


def nothing_fits(shell):
    terminal = shell()
    terminal.type("zzz\t")
    assert "zzz" in terminal.settle()


def saved_scripts_by_name(home, shell):
    home.file("queries/speakers.isnad", "# Who speaks.\nquote(speaker) | limit 3\n")
    terminal = shell()
    terminal.type(".run spea\t")
    assert "3 rows" in terminal.press()


def parameters_of_saved_scripts(home, shell):
    home.file("queries/speakers.isnad", '# Who speaks.\nparam place: text = "x"\nquote(speaker) | limit 3\n')
    terminal = shell()
    terminal.type(".run speakers pl\ty")
    assert "3 rows" in terminal.press()
