# Large values at the edges of int64, int32, uint8 and float32.
import numpy as np

big = np.array([2 ** 63 - 1, -2 ** 63])
print(big, big + 1, big.sum(), big.tolist(), big.astype(float), big // 2, big % 10, big.max() - big.min() if False else big[0] // 3, big == 2 ** 63 - 1, abs(big), -big, big * big)
i32 = np.array([2 ** 31 - 1, -2 ** 31], np.int32)
print(i32 + np.int32(1), i32.astype(np.int64) + 1, i32 * 2, i32.sum(), i32.astype(np.uint8), i32.astype(np.float32), i32 - 1, i32 // -1 if False else i32 // 2, abs(i32))
u8 = np.array([0, 127, 128, 255], np.uint8)
print(u8 + u8, u8 * u8, u8 - np.uint8(1), u8.astype(np.int32) - 1, u8.sum(), u8.mean(), u8 << 1, u8 >> 1, u8 / 2, u8 // 2, u8 ** 2, -u8, ~u8, u8.astype(bool), u8.max() - u8.min(), u8 > 127, u8 == 255, u8.astype(np.float32))
f32 = np.array([3.4e38, 1e-40, 16777217.0], np.float32)
print(f32, f32 * 10, f32 * f32, f32.astype(float), f32.tolist(), f32 + 1, f32 / 10)
print(np.array([1e20, -1e20, 2.0 ** 62]).astype(float).tolist(), np.array([2 ** 53 + 1]).astype(float).tolist(), np.array([2.0 ** 53]).astype(int) + 1, np.array([300.7, -1.2]).astype(int).astype(np.uint8))
for f in (lambda: np.array([1], dtype=np.int64).__setitem__(0, 2 ** 63), lambda: np.int64(2 ** 63), lambda: np.zeros(1, np.int32).__setitem__(0, 2 ** 63)):
    try:
        f()
        print("ok")
    except OverflowError as e:
        print(e)
