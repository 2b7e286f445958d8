# Loops with else, break, continue, nesting.
for i in range(3):
    pass
else:
    print("else after exhaustion", i)
for i in range(3):
    if i == 1:
        break
else:
    print("not reached")
print("broke at", i)
for i in []:
    print("never")
else:
    print("else on empty")
n = 5
while n:
    n -= 1
    if n % 2:
        continue
    print(n, end=" ")
else:
    print("while else")
while True:
    n += 1
    if n > 3:
        break
else:
    print("not reached")
for i in range(2, 20):
    for j in range(2, i):
        if i % j == 0:
            break
    else:
        print(i, end=" ")
print()


def search(rows, x):
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            if v == x:
                return r, c
    else:
        return None


print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
for i in range(3):
    try:
        if i == 1:
            continue
        if i == 2:
            break
    finally:
        print("finally", i)
else:
    print("not reached")
for i in range(2):
    while True:
        try:
            break
        finally:
            print("inner break", i)
x = [1, 2, 3]
for x[0] in range(3):
    print(x, end=" ")
print()
d = {}
for d["k"], d["v"] in [(1, 2), (3, 4)]:
    print(d, end=" ")
print()
while 0:
    pass
else:
    print("zero times")
