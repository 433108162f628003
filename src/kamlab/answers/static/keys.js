// JupyterLab in command mode takes single letters and arrow keys for itself (B inserts a cell, D D deletes one),
// even while a list or a radio button of a form has the focus. Its shortcuts look at the focused element first, so
// each control of the form is marked when it gets the focus; the mark is JupyterLab's own way to be left alone.
const FORM = ".jp-OutputArea-child, .jp-Cell-outputArea";

const claim = ({ target }) => {
  target.dataset.lmSuppressShortcuts = "true";
};

export default {
  render({ el }) {
    el.hidden = true;
    let form = null;
    const listen = () => {
      form = el.closest(FORM) ?? el.parentElement;
      if (form) form.addEventListener("focusin", claim);
      else requestAnimationFrame(listen);
    };
    requestAnimationFrame(listen);
    return () => form?.removeEventListener("focusin", claim);
  },
};
