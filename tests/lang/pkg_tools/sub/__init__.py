__all__ = ["exported"]


def exported():
    return "exported"


def hidden():
    return "hidden"


def _private():
    pass
