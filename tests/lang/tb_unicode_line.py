# Carets in a line with wide and combining characters.
def größe(é):
    return "日本語" + é["schlüssel"]["x"] + "ß"


größe({"schlüssel": {"y": 1}})
