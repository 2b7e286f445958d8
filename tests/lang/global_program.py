# A program in one file: state in globals, several classes, functions calling each other.
INVENTORY = {}
LOG = []


class OutOfStock(Exception):
    def __init__(self, item, wanted, have):
        super().__init__(f"{item}: wanted {wanted}, have {have}")
        self.item = item


class Item:
    count = 0

    def __init__(self, name, price, qty=0):
        self.name, self.price, self.qty = name, price, qty
        Item.count += 1

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, {self.price:.2f}, {self.qty})"

    @property
    def value(self):
        return self.price * self.qty

    def __lt__(self, other):
        return self.value < other.value


class Perishable(Item):
    def __init__(self, name, price, qty=0, days=7):
        super().__init__(name, price, qty)
        self.days = days

    @property
    def value(self):
        return super().value * (0.5 if self.days < 3 else 1)


def log(fmt, *args):
    LOG.append(fmt % args)


def add(item):
    INVENTORY[item.name] = item
    log("added %s", item.name)
    return item


def sell(name, n=1):
    item = INVENTORY[name]
    if item.qty < n:
        raise OutOfStock(name, n, item.qty)
    item.qty -= n
    log("sold %d %s for %.2f", n, name, n * item.price)
    return n * item.price


add(Item("nail", 0.05, 1000))
add(Item("hammer", 12.5, 4))
add(Perishable("milk", 1.2, 10, days=2))
add(Perishable("bread", 2.0, 5))
income = 0
for order in [("nail", 200), ("hammer", 5), ("milk", 3), ("glue", 1), ("bread",), ("hammer", 2)]:
    try:
        income += sell(*order)
    except OutOfStock as e:
        log("FAIL %s", e)
        print("out of stock:", e, e.item)
    except KeyError as e:
        log("UNKNOWN %s", e)
        print("unknown item:", e)
    else:
        print("ok", order)
    finally:
        log("processed %r", order)
print(f"{income:.2f}", sorted(INVENTORY.values()), max(INVENTORY.values()), Item.count, sep="\n")
print(*LOG, sep="\n")
print({k: round(v.value, 2) for k, v in INVENTORY.items()}, sum(v.value for v in INVENTORY.values()), [type(v).__name__ for v in INVENTORY.values()])
