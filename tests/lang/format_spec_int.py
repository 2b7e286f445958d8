# The format mini-language for ints, exhaustively enough.
values = (0, 1, -1, 42, -42, 255, 1234567, -1234567, 2 ** 70)
specs = ("", "d", "5", "<8", ">8", "^8", "=8", "08", "+", "-", " ", "+d", " d", "x", "X", "o", "b", "#x", "#X", "#o", "#b",
         "#010x", "010", "+010", "*^12", "0=10", ",", "_", "_x", "_b", ",d", "15,", "015,", "+,", "#_x", "c" if False else "n",
         "e", ".2e", "f", ".1f", "g", ".3g", "%", ".1%", "E", "G", "F", "x<6", ">+6", "=+6", "é^9")
for spec in specs:
    print(spec.ljust(6), "|".join(format(v, spec) for v in values))
print(format(97, "c"), format(8364, "c"), format(97, ">5c"), format(True, "d"), format(True, "5"), format(False, ""), format(True, ">6"))


def err(v, spec):
    try:
        print(format(v, spec))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for spec in (".2d", ".2", "s", "q", "5.5x", "+c", ",x", ",b", "_c", ",_", "=", "<<<", "z", "10.d", "#c", "5 d", "\x00", ",e", ".0c"):
    err(42, spec)
err(-1, "c")
err(0x110000, "c")
err(42, 5)
err(42, "99999999999999999999d")
