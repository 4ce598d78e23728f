import { html, nothing } from "lit-html";
import { day, money } from "./format.js";
import { pickupView } from "./pickup-view.js";

export function deliveryView(state, actions, words) {
  const { status, unavailable } = state.delivery;
  const isAsking = status === "asking";
  return html`
    <section class="card" aria-labelledby="delivery" aria-busy=${isAsking}>
      <h2 id="delivery">${words.delivery}</h2>
      <p class="unseen" role="status">${isAsking ? words.asking : ""}</p>
      ${wayView(state, actions, words)} ${state.way === "PLACE" ? pickupView(state, actions, words) : nothing}
      ${bodyView(state, actions, words)}
      ${unavailable.length > 0 ? unavailableView(unavailable, words) : nothing}
    </section>
  `;
}

function wayView(state, actions, words) {
  const wayOf = (way, label) => html`
    <label class=${state.way === way ? "chosen" : ""}>
      <input type="radio" name="way" .checked=${state.way === way} @change=${() => actions.setWay(way)} />${label}
    </label>
  `;
  return html`
    <div class="ways" role="radiogroup" aria-label=${words.way}>
      ${wayOf("ADDRESS", words.toAddress)} ${wayOf("PLACE", words.toPlace)}
    </div>
  `;
}

function bodyView(state, actions, words) {
  const { status, options } = state.delivery;
  if (status === "waiting") return html`<p class="soft">${words.fillIn}</p>`;
  if (status === "failed")
    return html`<p class="problem" role="alert">${words.failed}</p>
      <button type="button" class="quiet" @click=${actions.askSoon}>${words.again}</button>`;
  if (options.length > 0) return optionsView(state, actions, words);
  if (status === "asking")
    return html`<div class="options">${[1, 2, 3].map(() => html`<div class="ghost"></div>`)}</div>`;
  return html`<p class="soft">${words.noOptions}</p>`;
}

function optionsView(state, actions, words) {
  return html`
    <div class="options ${state.delivery.status}" role="radiogroup" aria-labelledby="delivery">
      ${state.delivery.options.map((option) => optionView(option, state, actions, words))}
    </div>
  `;
}

function optionView(option, state, actions, words) {
  const isChosen = option.id === state.optionId;
  return html`
    <label class="option ${isChosen ? "chosen" : ""}">
      <input type="radio" name="option" .checked=${isChosen} @change=${() => actions.choose(option.id)} />
      <span class="what">
        <strong>${option.name}</strong>
        <span class="soft">${promiseOf(option, state.locale, words)}</span>
        ${state.delivery.options.length > 1 ? marksOf(option, words) : nothing}
      </span>
      <span class="price">${option.isFree ? words.free : money(option.price, state.locale)}</span>
    </label>
  `;
}

function marksOf({ isCheapest, isFastest }, words) {
  return html`
    <span class="marks">
      ${isCheapest ? html`<span class="mark">${words.cheapest}</span>` : nothing}
      ${isFastest ? html`<span class="mark fast">${words.fastest}</span>` : nothing}
    </span>
  `;
}

function promiseOf({ promisedDate, promisedLatestDate, isAccessPoint }, locale, words) {
  if (promisedDate === null) return words.noPromise;
  const first = `${isAccessPoint ? words.ready : words.arrives} ${day(promisedDate, locale)}`;
  const isRange = promisedLatestDate !== null && promisedLatestDate !== promisedDate;
  return isRange ? `${first} ${words.until} ${day(promisedLatestDate, locale)}` : first;
}

function unavailableView(unavailable, words) {
  return html`
    <h3>${words.unavailable}</h3>
    <ul class="unavailable">
      ${unavailable.map(({ name, message }) => html`<li><strong>${name}</strong><span>${message}</span></li>`)}
    </ul>
  `;
}
