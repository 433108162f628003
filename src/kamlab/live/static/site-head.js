// Runs before the page is drawn, so that a reader in the dark never sees a white flash.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem("kamlab-theme");
  } catch {
    // Storage may be switched off; then the system's wish holds.
  }
  const dark = choice ? choice === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
