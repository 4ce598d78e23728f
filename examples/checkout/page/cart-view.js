import { html } from "lit-html";
import { cents } from "./format.js";

export function cartView(state, actions, words) {
  return html`
    <section class="card" aria-labelledby="cart">
      <h2 id="cart">${words.cart}</h2>
      <ul class="cart">
        ${state.catalogue.map((product) => productView(product, state, actions, words))}
      </ul>
    </section>
  `;
}

function productView({ sku, name, detail, cents: price }, { cart, currencyCode, locale }, actions, words) {
  const quantity = cart[sku] ?? 0;
  const step = (by) => () => actions.setQuantity(sku, quantity + by);
  return html`
    <li class=${quantity === 0 ? "none" : ""}>
      <img src="/pictures/${sku}.svg" alt="" width="56" height="56" />
      <div class="what">
        <strong>${name}</strong>
        <span class="soft">${detail}</span>
      </div>
      <div class="quantity" role="group" aria-label="${words.quantity}: ${name}">
        <button type="button" aria-label="${words.fewer}: ${name}" ?disabled=${quantity === 0} @click=${step(-1)}>&minus;</button>
        <output aria-live="polite">${quantity}</output>
        <button type="button" aria-label="${words.more}: ${name}" @click=${step(1)}>+</button>
      </div>
      <span class="price">${cents(price, currencyCode, locale)}</span>
    </li>
  `;
}
