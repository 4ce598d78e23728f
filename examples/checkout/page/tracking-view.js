import { html, nothing } from "lit-html";
import { day } from "./format.js";

/** The way of a parcel that goes well. */
const stages = ["LABEL_CREATED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED"];

export function trackingView({ tracking, locale }, actions, words) {
  const { problem, delivery } = tracking;
  return html`
    <main class="narrow">
      <section class="card">
        <h1 tabindex="-1">${words.trackTitle}</h1>
        <form class="fields track" @submit=${submitting(actions.track)}>
          ${textField("trackingNumber", words.trackingNumber, tracking, actions)}
          ${textField("postalCode", words.postalCode, tracking, actions)}
          <button>${words.track}</button>
        </form>
        <div role="status">
          ${problem === null ? nothing : html`<p class="problem">${words[problem]}</p>`}
          ${delivery === null ? nothing : newsView(delivery, locale, words)}
        </div>
      </section>
    </main>
  `;
}

const submitting = (act) => (event) => {
  event.preventDefault();
  act();
};

function textField(name, label, tracking, actions) {
  return html`
    <label class="field">
      <span>${label}</span>
      <input
        name=${name}
        required
        autocomplete=${name === "postalCode" ? "postal-code" : "off"}
        .value=${tracking[name]}
        @input=${({ target }) => actions.setTracking({ [name]: target.value })}
      />
    </label>
  `;
}

function newsView({ status, estimatedDeliveryDate, carrierName, url, events }, locale, words) {
  return html`
    <div class="news">
      <p class="now">${words.status[status]}</p>
      ${
        estimatedDeliveryDate === null || status === "DELIVERED"
          ? nothing
          : html`<p class="soft">${words.expected} ${day(estimatedDeliveryDate, locale)}</p>`
      }
      ${stagesView(status, words)} ${url === null ? nothing : html`<p><a href=${url} rel="noreferrer">${words.track}: ${carrierName}</a></p>`}
      ${
        events.length === 0
          ? html`<p class="soft">${words.noEvents}</p>`
          : html`<ol class="events">${events.map((event) => eventView(event, locale))}</ol>`
      }
    </div>
  `;
}

/** Nothing for a parcel that takes another way. */
function stagesView(status, words) {
  const reached = stages.indexOf(status);
  if (reached < 0) return nothing;
  return html`
    <ol class="stages">
      ${stages.map(
        (
          stage,
          index,
        ) => html`<li class=${index <= reached ? "reached" : ""} aria-current=${index === reached ? "step" : nothing}>
          ${words.status[stage]}
        </li>`,
      )}
    </ol>
  `;
}

function eventView({ description, city, localDate, localTime }, locale) {
  const when = localDate === null ? "" : `${day(localDate, locale)} ${localTime ?? ""}`;
  return html`<li>
    <strong>${description}</strong>
    <span class="soft">${[city, when].filter(Boolean).join(" · ")}</span>
  </li>`;
}
