# A missing indented block.
def f():
x = 1
