# managers: refcount
# What is alive at the end dies after the last line.
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


only = D("global")
print("last line")
