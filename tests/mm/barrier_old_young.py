# Old objects that get to point to young ones, in every kind of object (the write barrier).
# stress: 120
import gc


class Obj:
    pass


class Slotted:
    __slots__ = ("x", "y")


old_list = [None] * 50
old_dict = {}
old_obj = Obj()
old_slot = Slotted()
old_set = set()
cell_box = []


def make_cell():
    v = None

    def set_(x):
        nonlocal v
        v = x

    def get():
        return v
    return set_, get


set_cell, get_cell = make_cell()


def gen():
    kept = []
    while True:
        x = yield kept
        kept.append(x)


g = gen()
next(g)
Obj.on_class = None
for _ in range(3):
    gc.collect()


def garbage(n):
    for i in range(n):
        [i, [i], {"i": [i]}]


for i in range(50):
    old_list[i] = ["young", i]
    old_dict[i] = ["dict", [i]]
    setattr(old_obj, "a%d" % (i % 10), ["attr", i])
    old_slot.x = ["slot", i]
    old_slot.y = (i, [i])
    old_set.add("s%d" % i)
    set_cell(["cell", i])
    g.send(["gen", i])
    Obj.on_class = ["class", i]
    globals()["dyn"] = ["global", i]
    garbage(20)
    if i % 10 == 9:
        gc.collect(0)
        gc.collect(1)
print([x[1] for x in old_list] == list(range(50)), all(old_dict[i][1] == [i] for i in range(50)), [getattr(old_obj, "a%d" % k) for k in range(3)], old_slot.x, old_slot.y, len(old_set), get_cell(), Obj.on_class, dyn)
kept = g.send("last")
print(len(kept), kept[0], kept[-2:])
old_list.append(["appended"])
old_list.insert(0, ["inserted"])
old_list.extend([[i] for i in range(3)])
old_list += [["iadd"]]
old_list[5:8] = [["slice", i] for i in range(4)]
old_dict.update({100: ["upd"]}, k=["kw"])
old_dict.setdefault("d", []).append(["deep"])
garbage(300)
gc.collect(0)
garbage(300)
print(old_list[0], old_list[5:9], old_list[-5:], old_dict[100], old_dict["k"], old_dict["d"], len(old_list))
old_list.sort(key=str)
old_list.reverse()
garbage(300)
gc.collect(0)
print(old_list[:3], len(old_list))
matrix = [[None] * 10 for _ in range(10)]
gc.collect()
for i in range(10):
    for j in range(10):
        matrix[i][j] = {"p": (i, j), "prev": matrix[i][j - 1]}
    garbage(50)
    gc.collect(0)
print(matrix[9][9]["prev"]["prev"]["p"], matrix[3][1]["prev"]["prev"])
