# An uncaught exception at module level.
print("before")
x = [1, 2, 3]
y = {"a": x}
print(y["a"][1])
z = y["b"]
print("never")
