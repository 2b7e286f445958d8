"""A package for the import tests."""
VERSION = "1.0"
_count = 0


def counter():
    global _count
    _count += 1
    return _count


print("init", __name__)
