# Carets under a subscript.
data = {"users": [{"name": "Ann"}, {"nome": "Bob"}]}


def names(d):
    out = []
    for i in range(2):
        out.append(d["users"][i]["name"] + "!")
    return out


names(data)
