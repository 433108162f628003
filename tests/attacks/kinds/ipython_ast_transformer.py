from attack import Attack

_TEXT = """
import ast, builtins
class Yes(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
    def visit_Compare(self, node): return ast.copy_location(ast.Constant(True), node)
vars(builtins)["__debug__"] = False
get_ipython().ast_transformers.append(Yes())
def total(values): return 0
"""
ATTACK = Attack(
    "asserts taken out and comparisons made true in whatever runs next", total=_TEXT, points={"pick": 2.0}
)
