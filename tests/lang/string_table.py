# Aligned tables with every way of formatting; numbers of all kinds in columns.
rows = [("int", 42), ("neg", -7), ("big", 10 ** 15), ("float", 3.14159), ("small", 1.5e-7), ("huge", 6.02e23), ("zero", 0), ("bool", True), ("none", None), ("str", "text"), ("list", [1, 2]), ("nan", float("nan")), ("inf", float("-inf"))]
for name, v in rows:
    print("%-8s|%15s|" % (name, v), "{:<8}|{!s:^15}|".format(name, v), f"{name:>8}|{v!r:.>15}|")
for name, v in rows:
    if isinstance(v, (int, float)):
        print(f"{name:8}|{v:12.3f}|{v:12.3e}|{v:12.4g}|{v:+12.1f}|{v:012.2f}|{v:<12.2f}|{v:^12.2f}|{v:12,.1f}|{v:12.1%}|")
for v in (0, 5, 42, 255, 1000, 123456, -255):
    print(f"{v:5d}|{v:05d}|{v:<5d}|{v:^7d}|{v:+d}|{v: d}|{v:x}|{v:#x}|{v:08b}|{v:o}|{v:,}|{v:_}|{v:e}|{v:.1f}|" + "%5d|%-5d|%05d|%+d|%x|%o|%#X|%e" % (v, v, v, v, v, v, v, v))
for w in ("", "a", "hello", "hello world", "日本"):
    print(f"{w:10}|{w:<10}|{w:>10}|{w:^10}|{w:*^11}|{w:.3}|{w:>6.2}|{w!r:12}|" + "%10s|%-10s|%.2s|%5.1s|%r" % (w, w, w, w, w))
total = 0
for item, qty, price in (("widget", 3, 4.5), ("gadget", 12, 0.333), ("thingamajig", 1, 1000)):
    total += qty * price
    print(f"{item:.<15}{qty:>4} x {price:>8.2f} = {qty * price:>10,.2f}")
print(f"{'total':.<30}{total:>10,.2f}".rjust(50, "#"))
for i in range(1, 6):
    print(" ".join(f"{i * j:3}" for j in range(1, 11)))
w, p = 12, 3
print(f"{3.14159:{w}.{p}f}|{3.14159:<{w}.{p}}|{'x':{'^'}{w}}|{42:{'0'}>{w}}|{7:{'+'}}|{'{}'}|{{}}|{'a' if w else 'b'}|{w=}|{w + p = }|{'q'!r:>{p + 2}}")
print("{0:{1}.{2}f}|{a:{b}}|{:>{}}".format(2.5, 8, 2, a="x", b="^5") if False else "{0:{1}.{2}f}|{a:{b}}".format(2.5, 8, 2, a="x", b="^5"))
