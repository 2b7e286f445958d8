# Assignment expressions.
if (n := len("hello")) > 3:
    print(n)
print([y := 5, y ** 2, y])
data = [1, 2, 3, 4, 5, 6]
print([half for x in data if (half := x // 2) > 0])
print(half)
it = iter(data)
while (x := next(it, None)) is not None:
    if x % 2:
        continue
    print(x, end=" ")
print()
print((a := 1, b := 2), a, b)
print(any((witness := v) > 4 for v in data), witness)


def f(p=(q := 10)):
    return p


print(f(), q)
total = 0
print([total := total + v for v in data], total)


def g():
    z = 0
    r = [(z := z + i) for i in range(4)]
    return r, z


print(g())
print(f"{(w := 7)} {w}", (lambda: (k := 3) + k)())
d = {(key := "a"): (val := 1)}
print(d, key, val)
x = [0]
print(x[(i := 0)], i)
if (m := 0) or (m := 5):
    print(m)
