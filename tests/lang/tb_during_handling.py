# "During handling of the above exception, another exception occurred".
def find(d, k):
    try:
        return d[k]
    except KeyError as e:
        return default(e)


def default(e):
    raise ValueError("no default for " + str(e))


print(find({"a": 1}, "a"))
find({}, "missing")
