"""memory_profiler: resident memory line by line, in the layout of memory_profiler 0.61."""
import sys
import _line_profile

__version__ = "0.61.0"


class LineProfiler:
    """Watches functions; each call of the wrapped function adds to its lines' figures."""

    def __init__(self, backend="psutil"):
        self.backend = backend
        self.watched = []

    def __call__(self, function):
        number = _line_profile.watch(function)
        self.watched.append((function, number))

        def wrapper(*args, **kwargs):
            _line_profile.switch(function, number, True)
            try:
                return function(*args, **kwargs)
            finally:
                _line_profile.switch(function, number, False)

        return _like(wrapper, function)

    add_function = __call__

    def items(self):
        """(file name, [(line, figures or None), ...]) of each function that ran."""
        for function, number in self.watched:
            figures = _line_profile.results(number)
            if figures:
                first, last = _line_profile.lines(function)
                yield function.__code__.co_filename, [(n, figures.get(n)) for n in range(first, last + 1)]

    def close(self):
        for function, number in self.watched:
            _line_profile.forget(number)
        self.watched = []


def _like(wrapper, function):
    wrapper.__name__ = function.__name__
    wrapper.__qualname__ = function.__qualname__
    wrapper.__doc__ = function.__doc__
    wrapper.__module__ = function.__module__
    wrapper.__wrapped__ = function
    return wrapper


def _source_lines(filename):
    try:
        with open(filename) as file:
            return file.readlines()
    except OSError:
        return []


def show_results(prof, stream=None, precision=1):
    """Writes the table of every function that the profiler has seen."""
    if stream is None:
        stream = sys.stdout
    row = "{0:>6} {1:>12} {2:>12}  {3:>10}   {4:<}"
    header = row.format("Line #", "Mem usage", "Increment", "Occurrences", "Line Contents")
    figure = "{0:%d.%df} MiB" % (precision + 4, precision)
    for filename, lines in prof.items():
        source = _source_lines(filename)
        stream.write("Filename: " + filename + "\n\n")
        stream.write(header + "\n")
        stream.write("=" * len(header) + "\n")
        for number, figures in lines:
            text = source[number - 1] if number <= len(source) else "\n"
            if figures:
                increment, memory, occurrences = figures
                stream.write(row.format(number, figure.format(memory), figure.format(increment),
                                        occurrences, text))
            else:
                stream.write(row.format(number, "", "", "", text))
        stream.write("\n\n")


def profile(func=None, stream=None, precision=1, backend="psutil"):
    """Decorator: prints the function's table after each call."""
    if func is None:
        return lambda f: profile(f, stream=stream, precision=precision, backend=backend)
    if not callable(func):
        raise TypeError("profile() wants a function")

    def wrapper(*args, **kwargs):
        prof = LineProfiler(backend=backend)
        value = prof(func)(*args, **kwargs)
        show_results(prof, stream=stream, precision=precision)
        prof.close()
        return value

    return _like(wrapper, func)


def memory_usage(proc=-1, interval=0.1, timeout=None, timestamps=False, include_children=False,
                 multiprocess=False, max_usage=False, retval=False, stream=None, backend=None,
                 max_iterations=None):
    """Resident memory in MiB: of this process now, or before and after a call (f, args, kw)."""
    import time

    def sample():
        mib = _line_profile.memory()
        return (mib, time.time()) if timestamps else mib

    if isinstance(proc, tuple):
        function = proc[0]
        args = proc[1] if len(proc) > 1 else ()
        kwargs = proc[2] if len(proc) > 2 else {}
        samples = [sample()]
        returned = function(*args, **kwargs)
        samples.append(sample())
        result = max(samples) if max_usage else samples
        return (result, returned) if retval else result
    if proc not in (-1,):
        raise NotImplementedError("Hognose measures its own process only: memory_usage(-1)")
    return sample() if max_usage else [sample()]


def _run_script(arguments):
    import builtins
    precision = 1
    while arguments and arguments[0].startswith("-"):
        option = arguments.pop(0)
        if option == "--precision" and arguments:
            precision = int(arguments.pop(0))
        elif option.startswith("--precision="):
            precision = int(option[12:])
        elif option == "--version":
            print(__version__)
            return
        else:
            raise SystemExit("memory_profiler: unknown option " + option)
    if not arguments:
        raise SystemExit("usage: hognose -m memory_profiler [--precision N] script.py [arguments]")
    prof = LineProfiler()
    builtins.profile = prof
    script = arguments[0]
    sys.argv[:] = arguments
    slash = script.rfind("/")
    sys.path.insert(0, script[:slash] if slash >= 0 else "")
    try:
        with open(script) as file:
            text = file.read()
    except OSError as error:
        raise SystemExit("memory_profiler: can't open file '%s': %s" % (script, error))
    namespace = {"__name__": "__main__", "__file__": script, "__builtins__": builtins}
    try:
        exec(compile(text, script, "exec"), namespace, namespace)
    finally:
        show_results(prof, precision=precision)


if __name__ == "__main__":
    _run_script(sys.argv[1:])
