# dtype objects: names, equality, sizes, conversion from several spellings.
import numpy as np

for t in (bool, int, float, np.bool_, np.int64, np.float64, np.float32, np.int32, np.uint8, "float64", "int64", "f8", "f4", "i8", "i4", "u1", "?", "<f8", "b1", "float32", "uint8", "bool"):
    d = np.dtype(t)
    print(d, repr(d), d.name, d.itemsize, d.kind, d.char, d.str)
print(np.dtype(float) == np.float64, np.dtype("f8") == "float64", np.zeros(1).dtype == float, np.arange(2).dtype == int, np.dtype(int) == np.int32, np.zeros(1).dtype != np.float32)
print(np.float64, np.int64, np.bool_, np.uint8, np.float32, np.int32, np.ndarray)
print(np.dtype(float) is np.dtype("float64"), hash(np.dtype(int)) == hash(np.dtype("i8")), {np.dtype(float): 1}[np.dtype("f8")])
print(np.zeros(1).dtype.type, np.arange(1).dtype.type, np.array([True]).dtype.type, type(np.zeros(1).dtype).__name__ != "")
print(np.float64.__name__, np.int64(3).dtype, np.float32(1.5).dtype, np.bool_(True).dtype, np.uint8(5).itemsize)
for bad in ("nope", "x9", 5, "float65"):
    try:
        print(np.dtype(bad))
    except Exception as e:
        print(type(e).__name__, e)
print(np.dtype(None), np.array([1, 2], dtype=None).dtype, np.zeros(2, dtype=None).dtype)
