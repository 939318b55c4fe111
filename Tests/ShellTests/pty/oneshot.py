"""Without a terminal: options, exit codes, streams."""

import csv
import io
import os
import signal
import subprocess
import time

import terminal

_QUERY = "quote(speaker, text) | limit 3"


def _expect(home, code, *arguments, **options):
    found, out, err = home.run(*arguments, **options)
    assert found == code, (arguments, found, out[-500:], err[-500:])
    return out, err


def a_pipe_has_no_prompt_no_colour_no_progress(home):
    out, err = _expect(home, 0, stdin=_QUERY + "\n")
    assert out.startswith("speaker") and "\x1b" not in out + err and "isnad>" not in out + err
    assert "3 rows" in err and "rows from" not in out


def closed_standard_input(home):
    done = subprocess.run(["sh", "-c", f'"{terminal.binary}" <&-'], env=home.environment(), capture_output=True)
    assert done.returncode == 0, done


def help_and_version(home):
    for command in [[], ["run"], ["query"], ["extract"], ["check"], ["verify"], ["shell"]]:
        out, _ = _expect(home, 0, *command, "--help")
        assert "USAGE" in out
    _expect(home, 0, "--version")


def wrong_command_lines_end_with_64(home):
    for line in [["--nonsense"], ["query"], ["run"], ["extract"], ["query", "x", "--format", "nonsense"],
                 ["query", "x", "--threads", "0"], ["query", "x", "--published", "soon"], ["query", "x", "--param", "x"],
                 ["extract", "x", "--format", "csv"], ["verify"]]:
        _expect(home, 64, *line)


def errors_end_with_1(home):
    home.file("bad.isnad", "quote(spaeker)\n")
    home.file("stops.isnad", "quote(speaker) | limit 1\nquote(spaeker)\nquote(speaker) | limit 2\n")
    for line in [["query", "quote(spaeker)"], ["run", "bad.isnad"], ["run", "/nonesuch.isnad"], ["check", "bad.isnad"],
                 ["check", "/nonesuch.isnad"], ["extract", "/nonesuch"], ["/nonesuch"],
                 ["query", _QUERY, "--load", "/nonesuch"], ["run", "stops.isnad"],
                 ["query", _QUERY, "--param", "nonsense=1"], ["run", "bad.isnad", "--load", "/nonesuch"]]:
        out, err = _expect(home, 1, *line)
        assert err, line


def a_script_error_names_file_and_line(home):
    home.file("stops.isnad", "quote(speaker) | limit 1\nquote(spaeker)\n")
    assert "stops.isnad:2:" in _expect(home, 1, "run", "stops.isnad")[1]


def a_bad_article_among_good_ones_is_no_error(home):
    home.file("news/good.txt", "قال سالم الديراوي إن الجسر فتح.\n")
    home.file("news/bad.jsonl", '{"id": \n')
    out, err = _expect(home, 0, "extract", "news")
    assert '"relation":"quote"' in out.replace(" ", "") and "1 skipped" in err, err


def formats(home):
    for name, beginning in [("table", "speaker "), ("csv", "speaker,text\n"), ("tsv", "speaker\ttext\n"),
                            ("jsonl", '{"speaker"'), ("md", "| speaker")]:
        assert _expect(home, 0, "query", _QUERY, "--format", name)[0].startswith(beginning), name


def parameters(home):
    home.file("p.isnad", 'param n: number = 1\nquote(speaker), source(position), position = $n | limit 1\n')
    _expect(home, 0, "run", "p.isnad", "--param", "n=1")
    _expect(home, 1, "run", "p.isnad", "--param", "m=1")


def a_script_without_a_value_for_its_parameter(home):
    home.file("p.isnad", "param who: text\nquote(speaker: $who) | count\n")
    assert "who" in _expect(home, 1, "run", "p.isnad")[1]


def results_go_below_out(home):
    home.file("two.isnad", f"{_QUERY}\narticle(outlet) | limit 2\n")
    _expect(home, 0, "run", "two.isnad", "--out", "results")
    assert sorted(os.listdir(home.file("results"))) == ["two-2.csv", "two.csv"]
    _expect(home, 1, "run", "two.isnad", "--out", "results")
    _expect(home, 0, "run", "two.isnad", "--out", "results", "--force")


def scripts_write_nowhere_else(home):
    for path in ["../out.csv", "/tmp/isnad-nonesuch.csv", "a/../../out.csv"]:
        home.file("w.isnad", f'{_QUERY} | export "{path}"\n')
        _expect(home, 1, "run", "w.isnad", "--out", "results")
    home.file("w.isnad", f'{_QUERY} | export "out.csv"\n')
    _expect(home, 1, "run", "w.isnad")
    _expect(home, 0, "run", "w.isnad", "--allow-write")
    assert os.path.exists(home.file("out.csv"))


def a_closed_pipe_ends_quietly(home):
    command = f'"{terminal.binary}" query "mention(*)" --format csv; echo $? >&3'
    done = subprocess.run(
        ["bash", "-c", f"exec 3>code; {{ {command}; }} 2>err | head -n 1 >/dev/null"], env=home.environment(),
        cwd=home.path, timeout=60)
    code = home.read("code").strip()
    assert code in ("0", "141"), code
    assert "cannot" not in home.read("err") and "closed" not in home.read("err")


def a_full_disk_is_an_error(home):
    done = subprocess.run(
        ["sh", "-c", f'"{terminal.binary}" query "{_QUERY}" >/dev/full'], env=home.environment(), capture_output=True)
    assert done.returncode == 1 and b"No space left" in done.stderr, done


def a_closed_standard_output_is_an_error(home):
    done = subprocess.run(
        ["sh", "-c", f'"{terminal.binary}" query "{_QUERY}" >&-'], env=home.environment(), capture_output=True)
    assert done.returncode == 1 and done.stderr, done


def ctrl_c_ends_a_query_with_130(home):
    child = subprocess.Popen(
        [terminal.binary, "query", "mention(start: a), mention(start: b), mention(start: c), mention(start: d),"
         " a + b + c + d = 1 | count"],
        env=home.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.7)
    child.send_signal(signal.SIGINT)
    child.communicate(timeout=20)
    assert child.returncode == -signal.SIGINT, child.returncode


def missing_cells_are_read_back(home):
    out, _ = _expect(home, 0, "query", "article(author)", "--format", "csv")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert len(rows) == 19 and all(len(row) == 1 for row in rows), rows


def articles_come_through_a_pipe(home):
    out, _ = _expect(home, 0, "extract", "-", stdin="قال سالم الديراوي إن الجسر فتح.\n")
    assert '"quote"' in out


def extracted_facts_are_loaded_again(home):
    home.file("news.txt", "قال سالم الديراوي إن الجسر فتح.\n")
    facts, _ = _expect(home, 0, "extract", "news.txt")
    home.file("facts.jsonl", facts)
    query = ["query", "quote(speaker, text)", "--format", "csv", "--load"]
    assert _expect(home, 0, *query, "facts.jsonl")[0] == _expect(home, 0, *query, "news.txt")[0]


def threads_change_nothing(home):
    home.file("news.jsonl", "".join(
        '{"id": "m%d", "text": "قال سالم الديراوي إن الجسر فتح أمام %d سيارة."}\n' % (n, n) for n in range(700)))
    one = _expect(home, 0, "extract", "news.jsonl", "--threads", "1")[0]
    assert one and one == _expect(home, 0, "extract", "news.jsonl", "--threads", "4")[0]


def verify_accepts_what_was_exported(home):
    home.file("news.jsonl", '{"id": "n1", "text": "قال سالم الديراوي إن الجسر فتح."}\n')
    out, _ = _expect(home, 0, "query", "quote(speaker, text)", "--cite", "--format", "csv", "--load", "news.jsonl")
    home.file("rows.csv", out)
    assert "1 row" in "".join(_expect(home, 0, "verify", "rows.csv", "--load", "news.jsonl"))


def verify_finds_what_was_changed(home):
    home.file("news.jsonl", '{"id": "n1", "text": "قال سالم الديراوي إن الجسر فتح."}\n')
    out, _ = _expect(home, 0, "query", "quote(speaker, text)", "--cite", "--format", "csv", "--load", "news.jsonl")
    home.file("rows.csv", out.replace("فتح", "أغلق"))
    assert "row 1: " in _expect(home, 1, "verify", "rows.csv", "--load", "news.jsonl")[0]
    home.file("rows.csv", out)
    home.file("news.jsonl", '{"id": "n1", "text": "قال سالم الديراوي إن الجسر فتح ."}\n')
    _expect(home, 1, "verify", "rows.csv", "--load", "news.jsonl")


def verify_needs_citations(home):
    home.file("news.jsonl", '{"id": "n1", "text": "قال سالم الديراوي إن الجسر فتح."}\n')
    home.file("rows.csv", "speaker\nx\n")
    assert "--cite" in _expect(home, 1, "verify", "rows.csv", "--load", "news.jsonl")[1]


def a_query_is_answered_in_arabic(home):
    code, rows, messages = home.run("query", "quote(speaker, act) | limit 1", ISNAD_LANG="ar")
    assert code == 0 and rows.split()[:2] == ["متحدث", "فعل"] and "حُمّل 18 مقالًا" in messages, (rows, messages)
    code, rows, messages = home.run("query", "quote(speakr)", ISNAD_LANG="ar")
    assert code == 1 and rows == "" and "خطأ: ليس في quote حقل باسم `speakr`" in messages, messages
    code, rows, messages = home.run("query", "quote(act) | limit 1", "--format", "csv", ISNAD_LANG="ar")
    assert rows == "act\nsay\n", rows
