import { render } from "lit-html";
import { createActions } from "./actions.js";
import { loadStorefront } from "./ask.js";
import { pageView } from "./page-view.js";
import { firstState } from "./state.js";

const root = document.querySelector("#page");
let state = firstState(await loadStorefront(), location);

const set = (changes) => {
  const before = state.view;
  state = { ...state, ...changes };
  draw();
  // A new page for those who see it and for those who hear it.
  if (state.view !== before) {
    scrollTo(0, 0);
    root.querySelector("h1")?.focus();
  }
};

const actions = createActions(() => state, set);

function draw() {
  document.documentElement.lang = state.locale;
  render(pageView(state, actions), root);
}

addEventListener("popstate", () => set({ view: location.pathname === "/track" ? "track" : "checkout" }));
root.replaceChildren();
draw();
if (state.view === "checkout") actions.askSoon();
