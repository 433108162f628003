// The page frame: colours, menu, language. Everything else works without a script.
const root = document.documentElement;
const keep = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the choice lasts for this page.
  }
};

const themeSwitch = document.querySelector(".theme-switch");
const showTheme = () => themeSwitch.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
themeSwitch.hidden = false;
themeSwitch.addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  keep("kamlab-theme", root.dataset.theme);
  showTheme();
});
showTheme();

const menuSwitch = document.querySelector(".menu-switch");
const nav = document.getElementById("site-nav");
const openMenu = (open) => {
  nav.classList.toggle("is-open", open);
  menuSwitch.setAttribute("aria-expanded", String(open));
};
menuSwitch.hidden = false;
root.classList.add("has-menu");
menuSwitch.addEventListener("click", () => openMenu(!nav.classList.contains("is-open")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && nav.classList.contains("is-open")) {
    openMenu(false);
    menuSwitch.focus();
  }
});

// The other language opens at the same section, and the same search.
const language = document.querySelector(".language-switch");
language.addEventListener("click", () => {
  language.href = language.getAttribute("href").replace(/[?#].*$/, "") + location.search + location.hash;
  keep("kamlab-language", language.dataset.language);
});

// On a narrow screen the list of sections stands above the text: closed, it does not push it away.
const sections = document.querySelector(".page-toc details");
if (sections && matchMedia("(max-width: 75rem)").matches) sections.open = false;

// The section that is being read is marked in the list of sections.
const entries = new Map(
  [...document.querySelectorAll(".page-toc a[href^='#']")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]),
);
const mark = (id) => entries.forEach((a, key) => a.classList.toggle("is-here", key === id));
if (entries.size && "IntersectionObserver" in window) {
  const watch = new IntersectionObserver(
    (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => mark(one.target.id)),
    { rootMargin: "-15% 0px -75% 0px" },
  );
  entries.forEach((_, id) => {
    const section = document.getElementById(id);
    if (section) watch.observe(section);
  });
}
