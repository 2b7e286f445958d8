# The format mini-language for floats.
values = (0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1e22, -0.0, 2 / 3, 100.0, 1e16, 123456789.0)
specs = ("", "5", ".3", ".0f", ".1f", ".2f", "f", "F", "e", ".0e", ".3e", "E", "g", ".3g", ".10g", "G", "%", ".0%", ".2%", "n",
         "+", " ", "+.1f", " .1f", "010.2f", "<10.1f", "^12.2f", "=+12.1f", "*>12.3g", ",", ",.2f", "_.1f", "015,.2f", "#.0f", "#g",
         "z.0f" if False else ".15g", ".17g", ".20f", ".1", ".6", "12", "#.3g", ".0g", "-.1f")
for spec in specs:
    print(spec.ljust(8), "|".join(format(v, spec) for v in values))
for v in (float("inf"), float("-inf"), float("nan")):
    print([format(v, s) for s in ("", "f", "F", "e", "G", "%", "+", " ", "8", "<8", "08", "^9.2f", "010.1f", ",")])
print(format(0.5, ".0f"), format(1.5, ".0f"), format(2.5, ".0f"), format(0.125, ".2f"), format(0.375, ".2f"), format(2.675, ".2f"), format(1e15 + 0.5, ".0f"))
print(format(9.9999, ".2f"), format(99999.5, ".5g"), format(0.00001234, "g"), format(123456, "g"), format(1234567.0, "g"), format(1e5, "g"), format(1e-4, "g"), format(1e-5, "g"))
print(format(1.0, ".50f"), format(0.1, ".30f"), format(1e300, ".1f")[:12], len(format(1e300, "f")))


def err(v, spec):
    try:
        print(format(v, spec))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for spec in ("d", "x", "c", "s", "q", ".f", ".", ",_", "5.", "..2f", "b", ".2.3", "==="):
    err(1.5, spec)
