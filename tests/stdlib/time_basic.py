# time: clocks move forward, sleep sleeps, types.
import time

a = time.time()
p = time.perf_counter()
m = time.monotonic()
c = time.process_time()
time.sleep(0.01)
print(time.time() >= a, time.perf_counter() - p >= 0.01, time.monotonic() >= m, time.process_time() >= c)
print(type(a).__name__, type(p).__name__, type(m).__name__, a > 1.6e9)
print(isinstance(time.time_ns(), int), isinstance(time.perf_counter_ns(), int), time.time_ns() > 10 ** 18)
t0 = time.perf_counter()
s = 0
for i in range(1000):
    s += i
print(s, time.perf_counter() > t0, f"{time.perf_counter() - t0:.3f}"[0] == "0")
time.sleep(0)
for bad in (-1, "a", None):
    try:
        time.sleep(bad)
    except Exception as e:
        print(type(e).__name__, e)
