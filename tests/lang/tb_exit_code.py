# exit: 3
import sys
print("leaving")
sys.stderr.write("to stderr\n")
sys.exit(3)
