#!/usr/bin/python3
"""Rewrites what tests/unit/parser_cases.txt expects, as CPython 3.11 has it.

The file has three lines a case: the mode (exec or eval), the source, and what comes of it: the tree
as ast.dump prints it, positions included, or the fields of the SyntaxError. In the last two lines
`\\n` and the like stand for control characters, `\\\\` for a backslash.

With file names as arguments it compares the two parsers on these files instead; the first argument
is then the program built from test_parser.c:  parser_oracle.py PROGRAM FILE...
"""
import ast
import os
import subprocess
import sys
import warnings

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "parser_cases.txt")


def escape(text):
    out = []
    for c in text:
        if c == "\\":
            out.append("\\\\")
        elif c == "\n":
            out.append("\\n")
        elif c < " " or c == "\x7f":
            out.append("\\x%02x" % ord(c))
        else:
            out.append(c)
    return "".join(out)


def unescape(line):
    out, i = [], 0
    while i < len(line):
        if line[i] != "\\":
            out.append(line[i])
            i += 1
        elif line[i + 1] == "x":
            out.append(chr(int(line[i + 2 : i + 4], 16)))
            i += 4
        else:
            out.append("\n" if line[i + 1] == "n" else line[i + 1])
            i += 2
    return "".join(out)


def result(source, mode):
    try:
        return ast.dump(ast.parse(source, "<test>", mode), include_attributes=True)
    except SyntaxError as e:
        return "%s: %s [%s:%s-%s:%s] %s" % (type(e).__name__, e.msg, e.lineno, e.offset,
                                             e.end_lineno, e.end_offset, e.text)
    except (MemoryError, ValueError) as e:
        return "%s: %s" % (type(e).__name__, e)


def rewrite():
    with open(CASES, encoding="utf8", newline="\n") as file:
        lines = file.read().split("\n")
    for i in range(0, len(lines) - 2, 3):
        lines[i + 2] = escape(result(unescape(lines[i + 1]), lines[i]))
    with open(CASES, "w", encoding="utf8", newline="\n") as file:
        file.write("\n".join(lines))


def compare(program, files):
    differ = 0
    for name in files:
        got = subprocess.run([program, name], stdout=subprocess.PIPE).stdout
        with open(name, "rb") as file:
            source = file.read()
        try:
            want = ast.dump(ast.parse(source), include_attributes=True)
        except (SyntaxError, ValueError) as e:
            print("%s: CPython says %s" % (name, e))
            continue
        if got != want.encode("utf8", "surrogatepass"):
            print("%s: the trees differ" % name)
            differ += 1
    print("%d files, %d differ" % (len(files), differ))
    return differ != 0


warnings.simplefilter("ignore")
if len(sys.argv) > 1:
    sys.exit(compare(sys.argv[1], sys.argv[2:]))
rewrite()
