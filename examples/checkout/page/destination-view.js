import { html, nothing } from "lit-html";
import { countryName } from "./format.js";
import { hasRegions, isAbroad } from "./state.js";

const countries = ["US", "CA", "MX", "DE", "FR", "ES", "GB"];

/** Which field of the form a refusal of the service is about. */
const formFields = {
  lines: "street",
  postalCode: "postalCode",
  city: "city",
  region: "region",
  countryCode: "countryCode",
};

export function destinationView({ destination, delivery, locale }, actions, words) {
  const wrong = new Set(delivery.problems.map(({ field }) => formFieldOf(field)));
  const input = (name, autocomplete, type = "text") => {
    const field = { name, autocomplete, type, value: destination[name], label: words[name] };
    return fieldView({ ...field, problem: wrong.has(name) ? words.check : null }, actions);
  };
  return html`
    <section class="card" aria-labelledby="destination">
      <h2 id="destination">${words.destination}</h2>
      <form class="fields" @submit=${(event) => event.preventDefault()}>
        ${input("name", "name")} ${input("email", "email", "email")}
        <label class="field">
          <span>${words.country}</span>
          <select autocomplete="country" @change=${({ target }) => actions.setDestination({ countryCode: target.value })}>
            ${countries.map(
              (code) =>
                html`<option value=${code} ?selected=${code === destination.countryCode}>${countryName(code, locale)}</option>`,
            )}
          </select>
        </label>
        ${input("street", "address-line1")} ${input("postalCode", "postal-code")} ${input("city", "address-level2")}
        ${hasRegions(destination.countryCode) ? input("region", "address-level1") : nothing}
        ${isAbroad(destination.countryCode) ? input("phone", "tel", "tel") : nothing}
      </form>
      ${wrong.has("form") ? html`<p class="problem" role="alert">${words.checkAddress}</p>` : nothing}
    </section>
  `;
}

const formFieldOf = (path) => formFields[path?.find((part) => part in formFields)] ?? "form";

function fieldView({ name, autocomplete, type, value, label, problem }, actions) {
  return html`
    <label class="field ${name}">
      <span>${label}</span>
      <input
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        .value=${value}
        aria-invalid=${problem === null ? "false" : "true"}
        aria-describedby=${problem === null ? nothing : `${name}-problem`}
        @input=${({ target }) => actions.setDestination({ [name]: target.value })}
      />
      ${problem === null ? nothing : html`<span class="problem" id="${name}-problem">${problem}</span>`}
    </label>
  `;
}
