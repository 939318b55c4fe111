"""Every dot-command, at a terminal."""

import os
import re

from bidi import get_display

_LIMITED = "quote(speaker, text) | limit 3"


def _commands(terminal):
    return re.findall(r"^(\.[a-z]+)", terminal.enter(".help"), re.M)


def help_lists_all_and_says_more_about_each(shell):
    terminal = shell(size=(60, 120))
    commands = _commands(terminal)
    assert len(commands) >= 20, commands
    for command in commands:
        answer = terminal.enter(".help " + command)
        assert command in answer and "no command" not in answer, answer


def help_for_a_relation(shell):
    assert "speaker" in shell().enter(".help quote")


def help_for_a_stage(shell):
    assert "| sort" in shell().enter(".help sort")


def an_unknown_command_is_told(shell):
    assert ".help lists them" in shell().enter(".nonsense")


def every_command_answers_wrong_arguments_with_its_usage(shell):
    terminal = shell(size=(60, 120))
    for command in [".tables x", ".timer maybe", ".maxrows x", ".bidi x", ".once", ".load", ".read", ".problems x"]:
        assert "usage: " + command.split()[0] in terminal.enter(command), command


def tables(shell):
    assert re.search(r"article +18", shell().enter(".tables"))


def schema(shell):
    assert "speaker" in shell().enter(".schema quote")
    

def load(home, shell):
    home.file("one.txt", "Title: خبر\n\nقال سالم الديراوي إن الجسر فتح.\n")
    assert "1 article loaded" in shell().enter(".load one.txt")


def load_of_what_is_not_there(shell):
    assert "cannot read /nonesuch" in shell().enter(".load /nonesuch")


def problems(home, shell):
    home.file("bad.jsonl", '{"id": "x", "text": "قال سالم"}\n{"id": \n')
    terminal = shell()
    assert "1 problem" in terminal.enter(".load bad.jsonl")
    assert "bad.jsonl:2" in terminal.enter(".problems")


def read_says_which_rules_it_replaces(home, shell):
    home.file("rules.isnad", 'rule who(s) := quote(speaker: s)\nrule what(t) := quote(text: t)\n')
    terminal = shell()
    terminal.enter('rule who(s) := quote(speaker: s, act: "deny")')
    answer = terminal.enter(".read rules.isnad")
    assert "rule who replaced" in answer and "rule what defined" in answer, answer


def read_names_file_and_line_of_a_mistake(home, shell):
    home.file("bad.isnad", "quote(speaker) | limit 1\nquote(spaeker)\n")
    assert "bad.isnad:2" in shell().enter(".read bad.isnad")


def run_with_parameters(home, shell):
    home.file("p.isnad", 'param n: number = 1\nquote(speaker), position = $n, source(position) | limit 2\n')
    answer = shell().enter(".run p.isnad n=1")
    assert "2 rows" in answer, answer


def run_asks_for_parameters_that_are_missing(home, shell):
    home.file("p.isnad", "param who: text\nquote(speaker: $who) | count\n")
    terminal = shell()
    terminal.type(".run p.isnad\r")
    terminal.see("who (text): ")
    terminal.type("سالم\r")
    terminal.see("1 row")


def a_question_for_a_parameter_is_dropped_by_ctrl_c(home, shell):
    home.file("p.isnad", "param who: text\nquote(speaker: $who) | count\n")
    terminal = shell()
    terminal.type(".run p.isnad\r")
    terminal.see("who (text): ")
    assert "nothing runs" in terminal.press("\x03")


def run_by_name_says_what_the_script_answers(home, shell):
    home.file(".config/isnad/queries/speakers.isnad", "# Who speaks.\nquote(speaker) | limit 3\n")
    answer = shell().enter(".run speakers")
    assert "Who speaks." in answer and "3 rows" in answer, answer


def params(shell):
    terminal = shell()
    terminal.enter('param place: text = "x"')
    terminal.enter(".params place y")
    assert "$place: text = y" in terminal.enter(".params")


def rules(shell):
    terminal = shell()
    terminal.enter("rule who(s) := quote(speaker: s)")
    assert "rule who(s) := quote(speaker: s)" in terminal.enter(".rules")


def explain(shell):
    answer = shell().enter(".explain quote(speaker)")
    assert "quote" in answer and "error" not in answer


def why(shell):
    terminal = shell()
    terminal.enter(_LIMITED)
    answer = terminal.enter(".why 2")
    assert "row 2" in answer and "\u3010" in answer and "bytes" in answer, answer


def why_without_a_result(shell):
    assert "there is no result yet" in shell().enter(".why 1")


def source(shell):
    terminal = shell()
    terminal.enter(_LIMITED)
    assert "outlet: " in terminal.enter(".source 1")


def mode(shell):
    terminal = shell()
    terminal.enter(".mode csv")
    assert "speaker,text\n" in terminal.enter(_LIMITED)


def output(home, shell):
    terminal = shell()
    terminal.enter(".output out.csv")
    terminal.enter(_LIMITED)
    assert not os.path.exists(home.file("out.csv"))
    terminal.enter(".output")
    assert home.read("out.csv").startswith("speaker,text\n")


def once(home, shell):
    terminal = shell()
    terminal.enter(".once out.jsonl")
    terminal.enter(_LIMITED)
    assert len(home.read("out.jsonl").splitlines()) == 3
    assert "speaker" in terminal.enter(_LIMITED)


def an_existing_file_is_not_replaced(home, shell):
    home.file("out.csv", "mine\n")
    terminal = shell()
    terminal.enter(".once out.csv")
    assert "exists" in terminal.enter(_LIMITED)
    assert home.read("out.csv") == "mine\n"


def maxrows(shell):
    terminal = shell()
    terminal.enter(".maxrows 2")
    assert "… 8 more; .maxrows 0 shows all" in terminal.enter("quote(speaker) | limit 10")
    terminal.enter(".maxrows 0")
    assert "more" not in terminal.enter("quote(speaker) | limit 10")


def maxwidth(shell):
    terminal = shell()
    terminal.enter(".maxwidth 9")
    answer = terminal.enter("quote(text) | limit 5")
    assert "…" in answer and "\u2500" * 10 not in answer


def timer(shell):
    terminal = shell()
    assert " ms" in terminal.enter(_LIMITED)
    terminal.enter(".timer off")
    assert " ms" not in terminal.enter(_LIMITED)


def bidi_puts_cells_into_isolates(shell):
    terminal = shell()
    terminal.enter(".bidi on")
    assert terminal.enter(_LIMITED).count("\u2068") == 8
    terminal.enter(".bidi off")
    assert "\u2068" not in terminal.enter(_LIMITED)


def columns_of_arabic_keep_their_order(shell):
    """Rows of isolates, as the Unicode bidi algorithm shows them."""
    terminal = shell()
    terminal.enter(".bidi on")
    answer = terminal.enter("quote(speaker: s, text: t, article: a), article(id: a, outlet: o, published: p)"
                            " | select o, s, p | limit 5")
    rows = [line for line in answer.splitlines() if "\u2068" in line][1:6]
    assert len(rows) == 5
    for row in rows:
        cells = re.findall("\u2068(.*?)\u2069", row)
        shown = get_display(row, base_dir="L")
        places = [shown.index(get_display(cell)) for cell in cells if cell]
        assert places == sorted(places), row


def pager(home, shell):
    home.file("pager", "#!/bin/sh\nsed 's/^/paged /'\n", mode=0o755)
    terminal = shell(size=(10, 80), PAGER=home.file("pager"))
    terminal.enter(".pager on")
    answer = terminal.enter("quote(speaker) | limit 50")
    assert answer.count("paged ") == 52 and "50 rows" in answer, answer
    assert "paged" not in terminal.enter("quote(speaker) | limit 2")
    terminal.enter(".pager off")
    assert "paged" not in terminal.enter("quote(speaker) | limit 50")


def a_pager_that_is_not_there(shell):
    terminal = shell(size=(10, 80))
    terminal.enter(".pager nonesuch-pager")
    assert "30 rows" in terminal.enter("quote(speaker) | limit 30")


def edit(home, shell):
    home.file("editor", "#!/bin/sh\nsed -i 's/limit 3/limit 5/' \"$1\"\n", mode=0o755)
    terminal = shell(EDITOR=home.file("editor"))
    terminal.enter("quote(speaker) | limit 3")
    assert "5 rows" in terminal.enter(".edit")
    terminal.type("\x1b[A")
    assert "5 rows" in terminal.press()


def edit_with_an_editor_that_fails(shell):
    terminal = shell(EDITOR="false")
    terminal.enter("quote(speaker) | limit 3")
    assert "false ended with 1; nothing runs" in terminal.enter(".edit")


def edit_without_a_change(shell):
    terminal = shell(EDITOR="true")
    terminal.enter("quote(speaker) | limit 3")
    answer = terminal.enter(".edit")
    assert "nothing runs" in answer and "3 rows" not in answer


def edit_leaves_no_file(home, shell):
    shell(EDITOR="true").enter(".edit")
    assert not [name for name in os.listdir(home.path) if name.startswith("statement-")]


def language(shell):
    terminal = shell()
    terminal.enter(".lang ar")
    assert re.search("[\u0600-\u06ff]", terminal.enter(".help"))
    assert "صف" in terminal.enter(_LIMITED)
    terminal.enter(".lang en")
    assert "3 rows" in terminal.enter(_LIMITED)


def language_of_the_environment(shell):
    assert re.search("[\u0600-\u06ff]", shell(ISNAD_LANG="ar").enter(".help"))


def a_name_that_is_not_there_is_answered_with_the_nearest(home, shell):
    home.file("queries/voices.isnad", "# Voices\nquote(speaker) | limit 3\n")
    terminal = shell(size=(40, 120))
    assert "did you mean .history?" in terminal.enter(".histroy")
    assert "did you mean quote? There are: article, " in terminal.enter(".schema quotes").replace("\n", " ")
    assert "no script voice; did you mean voices?" in terminal.enter(".run voice")
    assert "no script nonesuch; there are: voices" in terminal.enter(".run nonesuch")
    assert "3 rows" in terminal.enter(".run voices")


def everything_is_said_in_arabic(home, shell):
    """No word of English but names: of commands, of columns, of what the query language has."""
    terminal = shell(size=(60, 200))
    terminal.enter(".lang ar")
    for line, answer in [
        ("quote(speakr)", "خطأ: ليس في quote حقل باسم `speakr`"), ("quote(speakr)", "أتقصد `speaker`؟"),
        (".help .mode", "كائن JSON لكل صف"),
        (".help quote", "كلام ينسبه مقال إلى قائل"), (".schema اقتباس", "القائل"), (".help sort", "ترتب الصفوف"),
        (".histroy", "لا أمر باسم .histroy، فهل تقصد .history؟"), (".why 5", "لا نتيجة بعد"),
        (".once", "طريقة الاستعمال: .once FILE"), (".load none", "لا وجود لملف أو مجلد بهذا الاسم"),
        ("quote(speaker) | limit 2", "متحدث"), (".why", "البايتات"), (".tables", "بالإنكليزية"),
    ]:
        shown = terminal.enter(line)
        assert answer in shown, shown


def help_breaks_between_words(shell):
    answer = shell(size=(60, 50)).enter(".help")
    assert "set or show how many\n" + " " * 27 + "rows of a table are" in answer, answer
    assert all(len(line) <= 50 for line in answer.splitlines()), answer
