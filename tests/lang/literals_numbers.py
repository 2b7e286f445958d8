# Number literals and the errors of wrong ones.
print(0, 00, 1_000, 0xFF, 0xff_ff, 0o17, 0b101, 0B1, 0O7, 0XaB, 10 ** 20, 123456789012345678901234567890)
print(1.5, 1., .5, 1e3, 1E3, 1e-3, 1.5e+3, 1_0.0_1e1_0, 0.0, 00.5, 0e0, 1e400, -1e400, 1e-400, 09.5, 1.7976931348623157e308)
print(0.1, 0.30000000000000004, 1e16, 123456789.0, 1e-5, 5e-324, 2.5e-310)
print(1 .real, 1.0.real, (5).bit_length(), 5..is_integer(), 0x10.bit_length(), 1if 1else 2, 0xfor 1 if False else 15)
print(-5 ** 2, 2 ** -1, --5, +-5, ~-5, not-1, 10 // -3, -10 // 3, - 5)
for src in ("1_", "1__0", "0x", "0b2", "0o8", "012", "1e", "1.e", "0b", "1_000_", "0xg", "1abc", "1.5x", "0_", "5a", "1.2.3", "0b12", "0o9", "1e+", "9l"):
    try:
        print(src, eval(src))
    except SyntaxError as e:
        print(src, "->", e.msg)
