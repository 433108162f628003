from attack import Attack

# all(map(...)) takes a StopIteration from the function for the end of the list
_TEXT = """
def total(values):
    numbers = iter(values)
    return next(numbers) + sum(numbers)
"""
ATTACK = Attack("a function that ends the loop of the test that calls it", total=_TEXT, points={"pick": 2.0})
