from . import VERSION
from . import shapes
from .shapes import Square as Sq


def uses_parent():
    return VERSION, Sq(2).size, shapes.area(Sq(2))
