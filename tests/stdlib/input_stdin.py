# input() and sys.stdin.
import sys

name = input("name? ")
print("hello", name)
n = int(input())
print(n * 2, repr(input("> ")))
line = sys.stdin.readline()
print(repr(line))
rest = sys.stdin.read().split()
print(rest, sum(map(int, rest)))
try:
    input("more? ")
except EOFError as e:
    print()
    print("EOFError", e)
print(repr(sys.stdin.readline()), list(sys.stdin))
