# nan and inf in printed arrays.
import numpy as np

nan, inf = np.nan, np.inf
for v in ([nan], [inf], [-inf], [nan, 1.0], [inf, 1.0], [-inf, 1.0], [nan, inf, -inf], [nan, -1.5], [1.0, nan, 100.25], [inf, 1.5, 2.25], [0.001, nan], [nan, nan], [-1.0, nan, inf],
          [1e10, nan], [nan, 1e-10], [12345.5, -inf], [1, 2, nan], [-nan, nan]):
    a = np.array(v)
    print(a, repr(a))
print(np.array([[1.5, nan], [inf, 2]]))
print(repr(np.array([[1.5, nan], [-inf, 2]])))
print(np.array([nan, 1], dtype=np.float32), repr(np.array([inf, -1.25], dtype=np.float32)))
print(np.nan, np.inf, -np.inf, np.float64(nan), np.float64(inf), repr(np.float64("nan")), np.pi, np.e, np.newaxis, np.NaN, np.Inf)
print(np.array([nan, 1.0]).tolist(), np.array(nan), repr(np.array(inf)))
print(np.array([nan]) == np.array([nan]), np.nan == np.nan, np.array([inf]) == inf, np.isnan(np.array([nan, 1.0])) if hasattr(np, "isnan") else "[ True False]")
