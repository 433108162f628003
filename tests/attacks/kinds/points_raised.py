from attack import Attack
from changes import every_role

ATTACK = Attack(
    "more points for every cell",
    figure="figure = sum(orders)",
    change=every_role(points=1000),
    points={"pick": 2.0, "figure-test": 3.0},
)
