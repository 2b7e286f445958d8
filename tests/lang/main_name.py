# __name__, __file__-free module attributes, if __name__ == "__main__".
"""Not a docstring: a comment precedes it, which does not matter."""


def main():
    print("main runs")
    return 0


print(__name__, __doc__)
if __name__ == "__main__":
    main()
print(main.__module__, type(main).__name__, __builtins__ is not None)
import math
import sys
print(math.__name__, sys.__name__, sys.modules["__main__"].__name__, sys.modules["__main__"].main is main)


class C:
    print("class body", __qualname__, __module__)


print(C.__module__, "C" in globals(), [n for n in ("main", "math", "nope") if n in dir()])
x = 1; y = 2; print(x + y)
if x: print("one line"); print("two")
for i in range(2): print(i, end=" ")
while x: x -= 1
print()
class D: pass
def f(): return 5
print(D.__name__, f())
(print)("parenthesised")
print("a"
      "b",
      [1,
       2,
       ],
      {"k":
       1}, (
          3,
      ))
z = 1 + \
    2 + \
    3
print(z)
if True:
    if True:
        print("nested")
	# a comment indented with a tab is fine
    else:
        print("no")
pass; pass
print(...)
print(1_0 + 0x1_0, 1e1_0, 0b1_1, "\
joined")
