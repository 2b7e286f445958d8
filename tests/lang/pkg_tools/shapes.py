print("shapes loaded")


class Square:
    def __init__(self, size):
        self.size = size


def area(s):
    return s.size ** 2


if __name__ == "__main__":
    print("not run on import")
