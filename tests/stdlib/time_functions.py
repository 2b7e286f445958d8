# time: clocks, sleeping, the calendar, and the errors.
import time


def t(f):
    try:
        print("OK", f())
    except Exception as e:
        print(type(e).__name__, e)


a = time.perf_counter()
time.sleep(0.02)
b = time.perf_counter()
print(0.015 < b - a < 5)
for f in (lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.sleep(1e20), lambda: time.sleep(float("nan")),
          lambda: time.gmtime(1e30), lambda: time.gmtime("a"), lambda: time.strftime("%Y", (1, 2)), lambda: time.strftime(5),
          lambda: time.strftime("%Y", (2020, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.asctime(5), lambda: time.mktime((1,)),
          lambda: time.sleep(), lambda: time.time(1)):
    t(f)
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.gmtime(1e9), time.asctime(time.gmtime(1e9)))
for s in (0, 1, 951782400, 951868799, 2**31, -1, 1234567890.75):
    g = time.gmtime(s)
    print(tuple(g), time.strftime("%a %b %d %j %U %p %y %%", g), g.tm_year, g.tm_yday, g[2:5], len(g), isinstance(g, tuple))
print(time.mktime(time.localtime(1234567890)), time.localtime(5) == time.localtime(5))
print(type(time.time()), type(time.time_ns()), time.monotonic() > 0, time.process_time() >= 0, time.perf_counter_ns() > 0)
print(time.struct_time((2020, 1, 2, 3, 4, 5, 6, 7, 0)))
t(lambda: time.struct_time((1, 2)))
