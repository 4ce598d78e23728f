import { html, nothing } from "lit-html";
import { distance } from "./format.js";

export function pickupView(state, actions, words) {
  const results = state.places?.results;
  if (results == null) return nothing;
  if (results.length === 0) return html`<p class="soft">${words.noPlaces}</p>`;
  return html`
    <fieldset class="places">
      <legend>${words.pickup}</legend>
      ${results.map((result) => placeView(result, state, actions, words))}
    </fieldset>
  `;
}

function placeView(result, { placeId, locale }, actions, words) {
  const { location } = result;
  const isChosen = location.id === placeId;
  return html`
    <label class="place ${isChosen ? "chosen" : ""}">
      <input type="radio" name="place" .checked=${isChosen} @change=${() => actions.choosePlace(location.id)} />
      <span class="what">
        <strong>${location.name}</strong>
        <span class="soft">${[...location.address.lines, location.address.city].join(", ")}</span>
        <span class="soft">${openingOf(location.openingHours, words)}</span>
      </span>
      ${result.distance === null ? nothing : html`<span class="soft far">${distance(result, locale)}</span>`}
    </label>
  `;
}

/** Monday is 1. Hours not given say nothing. */
function openingOf(hours, words) {
  if (hours.length === 0) return nothing;
  const weekday = new Date().getDay() || 7;
  const today = hours.filter((each) => each.weekday === weekday);
  if (today.length === 0) return words.closedToday;
  const isAllDay = today.some(({ opens, closes }) => opens === "00:00" && closes === "00:00");
  return `${words.openToday} ${isAllDay ? words.allDay : today.map(({ opens, closes }) => `${opens}–${closes}`).join(", ")}`;
}
