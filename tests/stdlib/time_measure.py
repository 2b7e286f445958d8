# Measuring with time: differences are sensible; arithmetic of the values.
import time


def timed(f, *a):
    t = time.perf_counter()
    r = f(*a)
    return r, time.perf_counter() - t


r, dt = timed(sum, range(100000))
print(r, 0 <= dt < 10, isinstance(dt, float))
_, dt = timed(time.sleep, 0.02)
print(0.02 <= dt < 5)
a, b = time.time(), time.time()
print(b >= a, b - a < 5, int(a) > 1500000000, round(a, 2) == round(a, 2), f"{a:.0f}".isdigit())
ns = time.perf_counter_ns()
print(time.perf_counter_ns() >= ns, time.monotonic_ns() > 0 if hasattr(time, "monotonic_ns") else True, type(time.process_time()).__name__)
ticks = [time.perf_counter() for _ in range(100)]
print(ticks == sorted(ticks), ticks[-1] - ticks[0] >= 0)


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *a):
        self.elapsed = time.perf_counter() - self.start


with Timer() as t:
    x = [i * i for i in range(1000)]
print(t.elapsed > 0, len(x), callable(time.time), time.__name__)
for f in (lambda: time.sleep(-0.1), lambda: time.sleep("x"), lambda: time.sleep(), lambda: time.time(1), lambda: time.nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
