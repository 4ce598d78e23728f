import { html } from "lit-html";
import { cents } from "./format.js";

export function placedView({ order, currencyCode, locale }, actions, words) {
  const { number, totalCents, trackingNumbers } = order;
  return html`
    <main class="narrow">
      <section class="card placed">
        <h1 tabindex="-1">${words.thanks}</h1>
        <p>${words.orderNumber} <strong>${number}</strong> &middot; ${cents(totalCents, currencyCode, locale)}</p>
        <p role="status">${trackingNumbers.length > 0 ? words.onItsWay : words.packing}</p>
        <ul class="parcels">
          ${trackingNumbers.map(
            (trackingNumber) => html`<li>
              <code>${trackingNumber}</code>
              <button type="button" class="quiet" @click=${() => actions.trackOrder(trackingNumber)}>${words.track}</button>
            </li>`,
          )}
        </ul>
        <p><a href="/">${words.newOrder}</a></p>
      </section>
    </main>
  `;
}
