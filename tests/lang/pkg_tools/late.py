value = "late value"
print("late loaded as", __name__)
