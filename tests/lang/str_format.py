# str.format: fields, attributes, items, nested specs, errors.
print("{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{{}} {{{}}}".format(5))
print("{0[1]} {0[-1]}".format({"1": "s", 1: "one", "-1": "neg"}), "{a[k]} {a[0]}".format(a={"k": 1, 0: "zero"}), "{0.real} {0.imag}".format(5))
print("{:>{}} {:{}{}}".format("a", 5, "b", "<", 4) + "|", "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{0:{1}}".format("x", "^7"))
print("{!r} {!s} {!a} {0!r:>6}".format("é", "é", "é") if False else "{!r} {!s} {!a}".format("é", "é", "é"))
print("{0!r:>6}|{k!s:<4}|".format("ab", k="q"), "{:,} {:.2%} {:e}".format(1234567, 0.5, 12345.678))
print("{} {} {}".format(*[1, 2, 3]), "{a}{b}".format(**{"a": 1, "b": 2}), "{}".format([]), "{:}".format("x"))
print("{0.x} {0.y.z}".format(type("T", (), {"x": 1, "y": type("U", (), {"z": 2})})), "plain".format(), "".format(1))
print("{0:d} {0:x} {0:o} {0:b} {0:#x} {0:c}".format(97), "{:05d}|{:<5d}|{:^5d}|{:+d}".format(1, 2, 3, 4))
print("{[a]}".format({"a": 1}), "{0[0][1]}".format([[1, 2]]), "{x[y z]}".format(x={"y z": "spaced"}))
print("{:{fill}{align}{width}}".format("m", fill="*", align="^", width=9))
print("{a}".format_map({"a": 1}))


class Missing(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print("{x} {y}".format_map(Missing(x=1)))


def err(s, *a, **k):
    try:
        print(s.format(*a, **k))
    except Exception as e:
        print(type(e).__name__ + ":", e)


err("{}")
err("{} {}", 1)
err("{2}", 1)
err("{x}", 1)
err("{")
err("}")
err("{0")
err("{0!x}", 1)
err("{0!}", 1)
err("{0!rr}", 1)
err("{} {0}", 1)
err("{0} {}", 1)
err("{0.foo}", 1)
err("{0[0]}", 1)
err("{0[5]}", [1])
err("{0[x]}", {})
err("{0[}", 1)
err("{0[]}", 1)
err("{0.}", 1)
err("{:{:{}}}", 1, 2, 3)
err("{:q}", 1)
err("{0]}", 1)
err("{a.b[c]}", a=5)
err("{{}")
err("}{")
