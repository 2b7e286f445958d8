# Accounts with inheritance, exceptions and a ledger.
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__("need %d, have %d" % (need, have))
        self.short = need - have


class Account:
    _next = 1

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
        self.number = Account._next
        Account._next += 1
        self.history = []

    def deposit(self, n):
        if n <= 0:
            raise ValueError("deposit must be positive")
        self.balance += n
        self.history.append(("deposit", n))

    def withdraw(self, n):
        if n > self.available:
            raise InsufficientFunds(n, self.available)
        self.balance -= n
        self.history.append(("withdraw", n))

    @property
    def available(self):
        return self.balance

    def __repr__(self):
        return f"<{type(self).__name__} #{self.number} {self.owner}: {self.balance}>"


class Credit(Account):
    def __init__(self, owner, limit, **kw):
        super().__init__(owner, **kw)
        self.limit = limit

    @property
    def available(self):
        return super().available + self.limit


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, *args, **kw):
        a = kind(*args, **kw)
        self.accounts[a.number] = a
        return a

    def transfer(self, src, dst, n):
        a, b = self[src], self[dst]
        a.withdraw(n)
        try:
            b.deposit(n)
        except ValueError:
            a.balance += n
            raise

    def __getitem__(self, n):
        try:
            return self.accounts[n]
        except KeyError:
            raise LookupError("no account %s" % n) from None

    def __iter__(self):
        return iter(self.accounts.values())

    def __len__(self):
        return len(self.accounts)


bank = Bank()
bank.open(Account, "Ann", 100)
bank.open(Credit, "Bob", 50, balance=20)
bank.open(Account, owner="Cy")
for args in ((1, 2, 30), (2, 3, 95), (2, 1, 50), (3, 9, 1), (1, 3, 1000), (3, 1, -5), (3, 1, 95)):
    try:
        bank.transfer(*args)
        print("ok", args, list(bank))
    except InsufficientFunds as e:
        print("short by", e.short, "-", e)
    except (LookupError, ValueError) as e:
        print(type(e).__name__, e, e.__suppress_context__)
print(len(bank), sum(a.balance for a in bank), {a.owner: a.history for a in bank}, sorted(bank, key=lambda a: -a.balance))
