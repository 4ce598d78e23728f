import { html } from "lit-html";
import { cartView } from "./cart-view.js";
import { deliveryView } from "./delivery-view.js";
import { destinationView } from "./destination-view.js";
import { placedView } from "./placed-view.js";
import { summaryView } from "./summary-view.js";
import { trackingView } from "./tracking-view.js";
import { languages, wordsOf } from "./words.js";

const views = { checkout: checkoutView, placed: placedView, track: trackingView };

export function pageView(state, actions) {
  const words = wordsOf(state.locale);
  return html`
    <header class="top">
      <a class="brand" href="/" @click=${leading(actions, "/")}>
        <img src="/pictures/mark.svg" alt="" width="28" height="28" />Harbor &amp; Pine
      </a>
      <nav>
        <a href="/track" @click=${leading(actions, "/track")}>${words.trackLink}</a>
        <label class="language">
          <span class="unseen">${words.language}</span>
          <select @change=${({ target }) => actions.setLocale(target.value)}>
            ${Object.entries(languages).map(
              ([code, name]) =>
                html`<option value=${code} lang=${code} ?selected=${code === state.locale}>${name}</option>`,
            )}
          </select>
        </label>
      </nav>
    </header>
    ${views[state.view](state, actions, words)}
    <footer>${words.demo}</footer>
  `;
}

function checkoutView(state, actions, words) {
  return html`
    <main class="checkout">
      <h1 tabindex="-1">${words.checkout}</h1>
      <div class="steps">
        ${cartView(state, actions, words)} ${destinationView(state, actions, words)}
        ${deliveryView(state, actions, words)}
      </div>
      ${summaryView(state, actions, words)}
    </main>
  `;
}

/** A link that stays on the page, unless it is opened elsewhere. */
function leading(actions, path) {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.go(path);
  };
}
