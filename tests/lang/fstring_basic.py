# f-strings: expressions, nesting, conversion, specs, '='.
x, y, name = 42, 3.14159, "world"
print(f"hello {name}", f"{x}{y}", f"{x + 1}", f"{x!r} {name!r} {name!s} {'é'!a}", f"{{}} {{{x}}}", f"")
print(f"{y:.2f} {x:5d}| {x:<5}| {x:^5}| {x:05} {x:+} {x:x} {x:#x} {x:b} {x:,}")
width, prec = 10, 3
print(f"{y:{width}.{prec}f}|{name:>{width}}|{name!r:^{width + 2}}|{x:{'0'}{5}}")
print(f"{x=} {y=:.1f} {name=} {x + 1=} { x = } {name=!s} {x=!r:>5}")
print(f"{'nested ' + f'{x}'} {f'{x:>{width}}'!r}")
print(f"{[i * i for i in range(3)]} {{'a': 1}} {dict(a=1)['a']} {(lambda v: v * 2)(4)} {x if x > 5 else y}")
print(f'{"a" "b"} {name[0]} {name[1:3]} {name.upper()} {len(name)} {x:>{len(name)}}')
print(f"multi"
      f" {x}" " plain {x}" rf" \n{x}" fr"\t{y:.1f}")
print(f"""triple {x}
{name}""")
print(f"{x:%}", f"{0.5:%}", f"{0.256:.1%}", f"{1234567.891:,.2f}", f"{1e10:g}", f"{12345:e}")
print(f"{True} {None} {[1]} {x!r:>10}|{None!s:>6}|{True:5}|{True!s:>5}")
print(f"{3 > 2} {not x} {x and y} {x == 42} {x != 1} {x >= 5}")


class F:
    def __format__(self, spec):
        return "<" + spec + ">"

    def __repr__(self):
        return "F()"


print(f"{F()} {F():abc} {F()!r} {F():{x}-{name}} {F()=} {F()=:q}")


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: f"{x:s}")
err(lambda: f"{name:d}")
err(lambda: f"{name:f}")
err(lambda: f"{x:zz}")
err(lambda: f"{[]:5}")
err(lambda: f"{None:5}")
err(lambda: f"{x:.2d}")
err(lambda: f"{undefined_name}")
err(lambda: f"{1 / 0}")
err(lambda: f"{name:+}")
err(lambda: f"{name:,}")
err(lambda: f"{name:=5}")
