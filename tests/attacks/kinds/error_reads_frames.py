from attack import Attack

_TEXT = """
class Look(Exception):
    def __str__(self):
        trace, words = self.__traceback__, ""
        while trace:
            words += str(trace.tb_frame.f_globals.get("hidden", ""))
            trace = trace.tb_next
        return words
def total(values): raise Look
"""
ATTACK = Attack(
    "an error whose words are the names of whoever catches it",
    total=_TEXT,
    points={"pick": 2.0},
    reason="TraineeError",
)
