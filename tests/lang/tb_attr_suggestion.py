# AttributeError with a suggestion.
class Account:
    def __init__(self):
        self.balance = 5

    def deposit(self, n):
        self.balance += n


a = Account()
a.deposit(3)
print(a.balance)
a.depositt(2)
