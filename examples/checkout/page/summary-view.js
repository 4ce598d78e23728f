import { html, nothing } from "lit-html";
import { cents, money } from "./format.js";
import { chosenOption, goodsCents, isComplete, linesOf } from "./state.js";

export function summaryView(state, actions, words) {
  const { currencyCode, locale, isPlacing, problem } = state;
  const option = state.delivery.status === "shown" ? chosenOption(state) : undefined;
  const missing = missingIn(state, option, words);
  return html`
    <aside class="card summary" aria-labelledby="summary">
      <h2 id="summary">${words.summary}</h2>
      <dl>
        ${linesOf(state).map(
          ({ product, quantity }) => html`<dt>${quantity} &times; ${product.name}</dt>
            <dd>${cents(product.cents * quantity, currencyCode, locale)}</dd>`,
        )}
        <dt>${option === undefined ? words.delivery : option.name}</dt>
        <dd class=${option === undefined ? "soft" : ""}>${deliveryOf(option, locale, words)}</dd>
        <dt class="total">${words.total}</dt>
        <dd class="total">${cents(totalOf(state, option), currencyCode, locale)}</dd>
      </dl>
      <button type="button" class="place-order" ?disabled=${missing !== null || isPlacing} @click=${actions.place}>
        ${isPlacing ? words.placing : words.place}
      </button>
      <p class="hint soft" role="status">${missing ?? ""}</p>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
    </aside>
  `;
}

function deliveryOf(option, locale, words) {
  if (option === undefined) return words.toChoose;
  return option.isFree ? words.free : money(option.price, locale);
}

const totalOf = (state, option) =>
  goodsCents(state) + (option === undefined ? 0 : Math.round(Number(option.price.amount) * 100));

/** What has to be done before an order can be placed; null: nothing. */
function missingIn({ destination }, option, words) {
  if (option === undefined) return words.choose;
  return isComplete(destination) ? null : words.complete;
}
