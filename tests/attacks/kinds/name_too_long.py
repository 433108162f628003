from attack import Attack

# short enough for her own folder, too long once something is added to it
ATTACK = Attack(
    "a name of letters that take four bytes each",
    figure="figure = sum(orders)",
    name="\N{CJK UNIFIED IDEOGRAPH-20000}" * 63,
    reason="The name is too long for a folder",  # and so the case code is not hers
)
