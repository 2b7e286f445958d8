# An object that is no context manager; an operator inside with.
class Open:
    def __enter__(self):
        return [1, 2, 3]

    def __exit__(self, *a):
        return False


with Open() as o, Open() as p:
    print(o)
    print(o[1] + p[2] - o.count + 1)
