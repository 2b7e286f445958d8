from .. import VERSION as V
from ..shapes import Square
from . import exported
from .side import name as side_name


def up():
    return V, Square(5).size


def sibling():
    return exported(), side_name
