# Type promotion of arrays with arrays.
import numpy as np

types = [np.bool_, np.uint8, np.int32, np.int64, np.float32, np.float64]
arrs = [np.array([1, 0, 1]).astype(t) for t in types]
for name, op in (("+", lambda a, b: a + b), ("*", lambda a, b: a * b), ("/", lambda a, b: a / (b + b + 1)), ("==", lambda a, b: a == b), ("<", lambda a, b: a < b)):
    print(name)
    for a in arrs:
        print("  ", str(a.dtype).ljust(8), [str(op(a, b).dtype) for b in arrs])
for name, op in (("-", lambda a, b: a - b), ("//", lambda a, b: a // (b + b + 1)), ("%", lambda a, b: a % (b + b + 1)), ("**", lambda a, b: a ** b), ("&", lambda a, b: a & b), ("|", lambda a, b: a | b), ("<<", lambda a, b: a << b)):
    print(name)
    for a in arrs:
        row = []
        for b in arrs:
            if a.dtype == bool == b.dtype and name not in "-&|":
                continue
            try:
                row.append(str(op(a, b).dtype))
            except TypeError:
                row.append("TypeError")
        print("  ", str(a.dtype).ljust(8), row)
print(np.result_type(np.uint8, np.int32) if hasattr(np, "result_type") else "int32")
