# Plain float loops: the Mandelbrot set by rows.
def escape(cx, cy, limit):
    x = y = 0.0
    for n in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return n
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def picture(width, height, limit):
    total = 0
    inside = 0
    for row in range(height):
        cy = 2.4 * row / height - 1.2
        for col in range(width):
            n = escape(3.0 * col / width - 2.2, cy, limit)
            total += n
            if n == limit:
                inside += 1
    return total, inside


def main():
    print(picture(440, 320, 180))


main()
