# A TypeError from a wrong call names the function.
class Shape:
    def area(self, w, h, *, unit):
        return w * h


s = Shape()
print(s.area(2, 3, unit="m"))
s.area(2, unit="m")
