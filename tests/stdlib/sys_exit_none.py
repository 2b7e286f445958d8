# sys.exit(None) and falling off the end are success; raise SystemExit too.
import sys


def cleanup():
    print("cleanup")


try:
    raise SystemExit
finally:
    cleanup()
