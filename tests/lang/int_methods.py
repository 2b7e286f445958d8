# Methods and attributes of int and bool.
print([n.bit_length() for n in (0, 1, 2, 255, 256, -1, -256, 2 ** 100)], [n.bit_count() for n in (0, 7, -7, 2 ** 64 - 1)])
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (0).to_bytes(1, "big"), (5).to_bytes(), (2 ** 64).to_bytes(9, "big"))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 0], "big"), int.from_bytes(b"", "big"), int.from_bytes(b"\xff" * 9, "big"))
print((6).as_integer_ratio(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, True.real, True.numerator, (5).__add__(3), (5).__radd__(3), (5).__add__("a"), (5).__sub__(1.5))
print((5).__str__(), (5).__repr__(), (5).__hash__(), (5).__bool__(), (5).__int__(), (5).__float__(), (5).__index__(), (5).__neg__(), (-5).__abs__(), (5).__eq__(5), (5).__lt__(3), (5).__eq__("a"), (5).__floordiv__(2), (5).__truediv__(2), (5).__pow__(2), (5).__format__("x"))
print(hex(255), hex(-255), oct(8), oct(-8), bin(5), bin(-5), hex(0), bin(0), hex(2 ** 70), bin(True), hex(10 ** 30))
print(int("z", 36), int("-0b11", 2), int("0o17", 0), int(" 12 "), int("1_0"), int(b"7"), int(3.99), int(-3.99), int(True), int("９"), int("-" + "1" * 25))
print(bool(0), bool(-1), bool("False"), bool([]), bool([0]), True + True, True & 1, True and 5, False or 0, True == 1.0, True is True, ~True, -True, +True, True ** 2, True / 2, True // 2, True << 3)
print(10 ** 18, 10 ** 19, -10 ** 19, 2 ** 63 - 1, 2 ** 63, -2 ** 63, -2 ** 63 - 1, 0x7fffffffffffffff + 1, 3037000500 ** 2, 4294967296 * 4294967296, 2 ** 47 * 2, -2 ** 47 - 1, 140737488355328 - 1)
print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, 2 ** 70 // -3, -2 ** 70 % 1000, (2 ** 70) // (2 ** 68), 1 << 65 >> 64, -1 >> 100, -1 << 3, 5 >> 1000, (1 << 1000) >> 998, 0 << 10 ** 4)


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: (256).to_bytes(1, "big"))
err(lambda: (-1).to_bytes(1, "big"))
err(lambda: (1).to_bytes(1, "middle"))
err(lambda: hex(1.5))
err(lambda: bin("a"))
err(lambda: 1 << -1)
err(lambda: 1 >> -1)
err(lambda: (5).foo)
err(lambda: (5).bit_length(1))
err(lambda: int.from_bytes("a", "big"))
err(lambda: 5())
err(lambda: 5[0])
err(lambda: len(5))
err(lambda: iter(5))
err(lambda: int("1" * 5000))
err(lambda: str(10 ** 5000))
