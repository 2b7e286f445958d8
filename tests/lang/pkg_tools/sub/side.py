name = "side"
