from attack import Attack

_TEXT = """
import gc, types
gc.unfreeze()
def total(values):
    frames = [each for each in gc.get_objects() if isinstance(each, types.FrameType)]
    found = [one for each in frames if "total" in each.f_code.co_names for one in each.f_code.co_consts]
    names = [each for each in gc.get_objects() if type(each) is dict and "hidden" in each]
    print(found, [each["hidden"] for each in names])
    return {3: 3, 0: 0}.get(sum(values), max((one for one in found if isinstance(one, int)), default=0))
"""
ATTACK = Attack("the code of the tests among all objects in memory", total=_TEXT, points={"pick": 2.0})
