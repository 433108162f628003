"""A tiny exercise for the tests of the loader: a slider, and twice its value from Python."""

DOUBLING = '''
import random, anywidget, traitlets
from kamlab.i18n import translator
class Doubling(anywidget.AnyWidget):
    _esm = """
    export default { render({ model, el }) {
      const slider = document.createElement("input");
      Object.assign(slider, { type: "range", max: 1000, value: model.get("x") });
      const answer = document.createElement("output");
      const show = () => { answer.textContent = model.get("y"); };
      slider.addEventListener("input", () => { model.set("x", Number(slider.value)); model.save_changes(); });
      model.on("change:y", show);
      el.append(slider, answer);
      show();
    } };"""
    x = traitlets.Int(-1).tag(sync=True)
    y = traitlets.Unicode().tag(sync=True)
    calls = traitlets.Int(0).tag(sync=True)
    luck = traitlets.Float(0).tag(sync=True)
    def __init__(self, x):
        self.t = translator()
        super().__init__(x=x)
    @traitlets.observe("x")
    def _double(self, change):
        if change["new"] == 13:
            raise ValueError("thirteen")
        self.y = f"{self.t.lang} {2 * change['new']}"
        self.calls += 1
        self.luck = random.random()
Doubling(21)
'''

FAILING = DOUBLING.replace("Doubling(21)", "raise RuntimeError('this cell fails')")
