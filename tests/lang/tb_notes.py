# Notes are printed below the exception.
def load(name):
    try:
        raise ValueError("cannot load")
    except ValueError as e:
        e.add_note("while loading " + name)
        e.add_note("two\nlines")
        raise


load("thing")
