# NameError with a suggestion.
counter = 5


def show():
    total_count = counter
    return total_cuont


show()
