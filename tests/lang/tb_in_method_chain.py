# Through __init__, properties, dunders and a sort key.
class Money:
    def __init__(self, v):
        self.v = v

    @property
    def cents(self):
        return self.v * self.rate

    def __lt__(self, other):
        return self.cents < other.cents


class Wallet:
    def __init__(self, items):
        self.items = sorted(items, key=lambda m: (m, 1))


w = Wallet([Money(2), Money(1)])
