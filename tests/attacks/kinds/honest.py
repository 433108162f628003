from attack import Attack
from target import HONEST, RIGHT

ATTACK = Attack("nothing: the measure of all others", **HONEST, points=RIGHT)
