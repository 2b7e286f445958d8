# randint over ranges that use different bit widths; one value at a time and in bulk.
import numpy as np

for hi in (2, 3, 10, 16, 17, 100, 128, 129, 255, 256, 257, 1000, 65535, 65536, 65537, 10 ** 6, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 10 ** 12, 2 ** 62, 2 ** 63 - 1):
    np.random.seed(hi % 1000)
    one = [np.random.randint(hi) for _ in range(4)]
    np.random.seed(hi % 1000)
    bulk = np.random.randint(hi, size=4).tolist()
    print(hi, one, bulk == one, np.random.randint(hi))
np.random.seed(1)
for lo, hi in ((-1, 1), (-10, -5), (5, 6), (-2 ** 63, 2 ** 63 - 1), (-2 ** 31, 2 ** 31), (0, 1), (99, 1000)):
    print(lo, hi, np.random.randint(lo, hi), np.random.randint(lo, hi, 3).tolist(), np.random.randint(lo, hi, (2, 2)).tolist())
print(np.random.randint(low=3), np.random.randint(low=3, high=5), np.random.randint(3, 5, size=2), np.random.randint(5, size=(1, 3)), np.random.randint(5, None, 2))
