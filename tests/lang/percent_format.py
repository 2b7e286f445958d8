# % formatting.
print("%d %i %u" % (1, -2, 3), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8))
print("%f %.2f %10.3f|%-10.1f|%+.1f %e %.2E %g %G" % (1.5, 2.345, 3.14159, 2.5, 1.0, 12345.678, 0.00012, 1e-10, 1e20))
print("%s %r %a %10s|%-10s|%.2s" % ("é", "é", "é", "right", "left", "truncate"), "%c%c" % (97, "b"), "%%" % (), "100%% %d" % 5)
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.5}, "%s" % [1, 2], "%s" % None, "%s %s" % ((1, 2), 3), "%s" % ((1, 2),))
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%5.3d|%-8.3d|" % (7, 7), "%+.3d" % 5, "%#.3x" % 10)
print("%d" % 3.99, "%d" % True, "%i" % -3.7, "%s" % 2.0, "%x" % -255, "%d" % 2 ** 80, "%x" % 2 ** 80, "%.3f" % 10 ** 20)
print("%f %F %e" % (float("inf"), float("nan"), float("-inf")), "%5.1f|%05.1f|%-7.1f|" % (float("inf"), float("nan"), 1.0))
print("%s and %s" % ("a", "b"), "%s" % {"k": 1}, "no args" % (), "%(x)d%%" % {"x": 50}, "no %% here" % {})
print("% 5d|%+5d|%-+5d|%+05d|%0-5d|" % (3, 3, 3, 3, 3), "%ld %hd %Ld" % (1, 2, 3), "%.0f %.0f %.0f" % (0.5, 1.5, 2.5))
s = "%s"
s %= "in place"
print(s)


def err(f, a):
    try:
        print(f % a)
    except Exception as e:
        print(type(e).__name__ + ":", e)


err("%d", "a")
err("%d", None)
err("%d", [1])
err("%f", "a")
err("%x", 1.5)
err("%s %s", 1)
err("%s %s", (1,))
err("%s", (1, 2))
err("", 5)
err("%", 5)
err("%z", 5)
err("%(a)s", 5)
err("%(a)s", {"b": 1})
err("%(a", {"a": 1})
err("%c", "ab")
err("%c", -1)
err("%c", 1.5)
err("%d %d", (1, 2, 3))
err("%*d", ("a", 1))
err("%5", 5)
err("plain", (1,))
err("%d", float("inf"))
err("%d", float("nan"))
