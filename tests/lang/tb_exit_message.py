# sys.exit with a message prints it to stderr and exits with 1.
import sys
print("out")
try:
    sys.exit("fatal: stopping")
finally:
    print("cleanup")
