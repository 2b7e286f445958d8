# int() of strings and other things.
def err(*args):
    try:
        print(repr(int(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for s in ("0", "42", " 42 ", "-42", "+42", "1_000", "\t7\n", "007", "٣"):
    err(s)
for s in ("", " ", "4 2", "abc", "1.5", "1__0", "_1", "1_", "0x10", "--1", "+", "é"):
    err(s)
for s, base in (("ff", 16), ("0xff", 16), ("0b101", 2), ("0o17", 8), ("z", 36), ("0xff", 0),
                ("0b11", 0), ("0o11", 0), ("11", 0), ("011", 0), ("12", 2), ("g", 16), ("10", 1),
                ("10", 37), ("-0xff", 16), ("1" * 40, 2), ("_f", 16)):
    err(s, base)
err()
err(3.7)
err(-3.7)
err(True)
err(b"12")
err(None)
err([])
err(3.5, 10)


class WithInt:
    def __int__(self):
        return 99


class WithIndex:
    def __index__(self):
        return 77


class BadInt:
    def __int__(self):
        return "x"


err(WithInt())
err(WithIndex())
err(BadInt())
print(hex(WithIndex()), bin(WithIndex()), [0] * 3 + [1, 2][:WithIndex()])
print((10).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\x01\x00", "little"))
print((5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate())
print(int.__name__, type(5), isinstance(True, int), issubclass(bool, int))
