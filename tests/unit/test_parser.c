// link: runtime/buf.c vm/arena.c vm/ast.c vm/source.c vm/lexer.c vm/unicode_names.c vm/parser.c
// link: vm/parser_expr.c vm/parser_atom.c vm/parser_stmt.c vm/parser_pattern.c vm/literal.c
// link: vm/fstring.c vm/peg.c vm/diagnose.c vm/grammar.c tests/unit/ast_dump.c -lutf8proc -lgmp

/* Parses each source of parser_cases.txt and compares tree or error with CPython's; then sources
 * that nest too deeply, interactive input line by line, and text cut off anywhere. With a file name
 * it prints that file's tree (parser_oracle.py compares it). */
#include "tests/unit/ast_dump.h"
#include "vm/parser.h"

#include <stdio.h>
#include <stdlib.h>

static int failures;

static void read_file(const char *name, Buf *out)
{
    FILE *file = fopen(name, "rb");
    if (!file) {
        perror(name);
        exit(2);
    }
    char block[1 << 14];
    for (size_t n; (n = fread(block, 1, sizeof(block), file)) > 0;) {
        buf_put(out, block, n);
    }
    fclose(file);
}

/* Appends the tree or the error of `source`. */
static void result(Buf *out, const char *name, const char *source, size_t length, ParseMode mode)
{
    Arena arena;
    arena_init(&arena);
    SyntaxProblem problem;
    AstModule *module = parse_source(&arena, name, source, length, mode, &problem);
    if (module) {
        ast_dump(out, module, true);
    } else if (problem.line == 0 && problem.text == NULL) {
        buf_printf(out, "%s: %s", problem.kind, problem.message);
    } else {
        buf_printf(out, "%s: %s [%d:%d-%d:%d] %.*s", problem.kind, problem.message, problem.line,
                   problem.col, problem.end_line, problem.end_col, (int)problem.text_length,
                   problem.text);
    }
    arena_free(&arena);
}

static void unescape(Buf *out, const char *s, const char *end)
{
    for (; s < end; s++) {
        if (*s != '\\') {
            buf_put_byte(out, *s);
        } else if (*++s == 'x') {
            char hex[3] = {s[1], s[2], 0};
            buf_put_byte(out, (char)strtol(hex, NULL, 16));
            s += 2;
        } else {
            buf_put_byte(out, *s == 'n' ? '\n' : *s);
        }
    }
}

static void check(const char *what, const char *want, const char *got)
{
    if (strcmp(want, got) != 0) {
        failures++;
        printf("%s\n  want %s\n  got  %s\n", what, want, got);
    }
}

static const char *line_end(const char *s)
{
    const char *end = strchr(s, '\n');
    return end ? end : s + strlen(s);
}

static void test_cases(void)
{
    Buf file = BUF_EMPTY, source = BUF_EMPTY, want = BUF_EMPTY, got = BUF_EMPTY;
    read_file("tests/unit/parser_cases.txt", &file);
    int count = 0;
    for (const char *s = buf_str(&file); *s; count++) {
        const char *second = line_end(s) + 1, *third = line_end(second) + 1;
        ParseMode mode = strncmp(s, "eval\n", 5) == 0 ? PARSE_EVAL : PARSE_FILE;
        buf_clear(&source);
        buf_clear(&want);
        buf_clear(&got);
        unescape(&source, second, third - 1);
        unescape(&want, third, line_end(third));
        result(&got, "<test>", buf_str(&source), source.length, mode);
        check(buf_str(&source), buf_str(&want), buf_str(&got));
        s = line_end(third) + (*line_end(third) == '\n');
    }
    printf("%d cases\n", count);
    buf_free(&file);
    buf_free(&source);
    buf_free(&want);
    buf_free(&got);
}

/* `times` times `unit` between `before` and `after`: only the error's beginning is compared. */
static void test_nested(const char *before, const char *unit, int times, const char *after,
                        const char *want)
{
    Buf source = BUF_EMPTY;
    buf_put_str(&source, before);
    for (int i = 0; i < times; i++) {
        buf_put_str(&source, unit);
    }
    buf_put_str(&source, after);
    Arena arena;
    arena_init(&arena);
    SyntaxProblem problem = {.kind = ""};
    AstModule *module =
        parse_source(&arena, "<test>", source.bytes, source.length, PARSE_FILE, &problem);
    const char *got = module ? "tree" : *problem.message ? problem.message : problem.kind;
    check(unit, want, got);
    arena_free(&arena);
    buf_free(&source);
}

static void test_depth(void)
{
    const int many = 100000;
    test_nested("", "(", many, "", "too many nested parentheses");
    test_nested("x = ", "[", many, "]", "too many nested parentheses");
    test_nested("x = ", "{1:", many, "", "too many nested parentheses");
    test_nested("", "-", many, "1", "MemoryError");
    test_nested("", "not ", many, "1", "MemoryError");
    test_nested("", "lambda: ", many, "1", "MemoryError");
    test_nested("", "1 if 2 else ", many, "1", "MemoryError");
    test_nested("1", " ** 1", many, "", "MemoryError");
    test_nested("1", " + 1", many, "", "tree");
    test_nested("1", " + 1", many, " 2", "invalid syntax");
    test_nested("a", ".b()[0]", many, "", "tree");
    test_nested("a", " < b", many, "", "tree");
    test_nested("", "a = ", many, "1", "tree");
    test_nested("if a: b\n", "elif a: b\n", many, "", "tree");
    test_nested("", "-", 5000, "1 2", "invalid syntax");
    test_nested("x = ", "'a' ", many, "", "tree");
}

/* Feeds lines one by one: '.' asks for more, '+' has a statement, '!' an error. */
static void test_interactive(const char *text, const char *want)
{
    char got[32];
    size_t count = 0;
    for (const char *s = text; *s; count++) {
        s = line_end(s) + 1;
        Arena arena;
        arena_init(&arena);
        SyntaxProblem problem;
        AstModule *module =
            parse_source(&arena, "<stdin>", text, (size_t)(s - text), PARSE_SINGLE, &problem);
        got[count] = module ? '+' : problem.incomplete ? '.' : '!';
        arena_free(&arena);
    }
    got[count] = 0;
    check(text, want, got);
}

static void test_prompt(void)
{
    test_interactive("x = 1\n", "+");
    test_interactive("\n", "+");
    test_interactive("  # c\n", "+");
    test_interactive("x = (1,\n\n2)\n", "..+");
    test_interactive("if x: y\n\n", ".+");
    test_interactive("if x:\n  y\nelse:\n  z\n\n", "....+");
    test_interactive("if x:\n  y\n   \n  z\n\n", "....+");
    test_interactive("def f():\n  '''a\n\n  '''\n\n", "....+");
    test_interactive("@a\ndef f(): pass\n\n", "..+");
    test_interactive("@a\n\n", ".!");
    test_interactive("try:\n  x\n\n", "..!");
    test_interactive("with (a as b,\n  c as d):\n  e\n\n", "...+");
    test_interactive("match (a,\n  b):\n case _: c\n\n", "...+");
    test_interactive("match(a)\n", "+");
    test_interactive("x = 1 + \\\n 2\n", ".+");
    test_interactive("x = 'abc\n", "!");
    test_interactive("x = )\n", "!");
    test_interactive("  x\n", "!");
    test_interactive("if x:\ny\n", ".!");
}

/* Any beginning of any source gives a tree or an error, and leaks nothing. */
static void test_cut(void)
{
    Buf file = BUF_EMPTY, got = BUF_EMPTY;
    read_file("tests/unit/parser_cases.txt", &file);
    for (size_t i = 0; i < file.length; i += 997) {
        for (size_t n = 1; n < 40 && i + n < file.length; n += 3) {
            buf_clear(&got);
            result(&got, n % 2 ? "<test>" : "test", file.bytes + i, n, (ParseMode)(n % 3));
        }
    }
    buf_free(&file);
    buf_free(&got);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        Buf source = BUF_EMPTY, out = BUF_EMPTY;
        read_file(argv[1], &source);
        result(&out, argv[1], source.bytes, source.length, PARSE_FILE);
        fwrite(out.bytes, 1, out.length, stdout);
        buf_free(&source);
        buf_free(&out);
        return 0;
    }
    test_cases();
    test_depth();
    test_prompt();
    test_cut();
    printf("%d failed\n", failures);
    return failures != 0;
}
