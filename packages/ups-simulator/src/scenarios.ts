import { type Alert, Refusal } from "./answer.js";
import type { OperationName } from "./operation-name.js";
import type { JourneyName } from "./products/tracking/journey-name.js";
import type { RequestedShipment } from "./request/requested-shipment.js";
import type { Scenario, ScenarioPlace } from "./scenario.js";
import { scenarios } from "./scenario-table.js";

function isMatch({ match, value }: Scenario, candidate: string): boolean {
  if (match === "is") return candidate.toLowerCase() === value.toLowerCase();
  return match === "contains" ? candidate.includes(value) : candidate.endsWith(value);
}

/** The scenarios that a value at a place sets off. */
function scenariosFor(place: ScenarioPlace, candidate: string): Scenario[] {
  return scenarios.filter((scenario) => scenario.place === place && isMatch(scenario, candidate));
}

/** Throws the refusal that a magic value asks of this operation, if any. */
export function refuseByScenario(place: ScenarioPlace, candidate: string, operation: OperationName): void {
  for (const { effect } of scenariosFor(place, candidate)) {
    if (!("refuse" in effect)) continue;
    const refusal = effect.refuse.find((entry) => entry.operations.includes(operation));
    if (refusal) throw new Refusal(refusal.code, refusal.message, refusal.status);
  }
}

/** Looks at every magic place of a shipment. */
export function refuseShipmentByScenario(shipment: RequestedShipment, operation: OperationName): void {
  const { shipTo, shipperNumber, packages, references } = shipment;
  refuseByScenario("account number", shipperNumber, operation);
  refuseByScenario("recipient postal code", shipTo.postalCode, operation);
  refuseByScenario("recipient city", shipTo.city, operation);
  refuseByScenario("recipient name", shipTo.name, operation);
  const allReferences = [...references, ...packages.flatMap((pkg) => pkg.references)];
  for (const reference of allReferences) refuseByScenario("reference", reference, operation);
}

/** UPS's test host validates addresses in a few states only. */
export function refuseStateByScenario(clientId: string, state: string): void {
  for (const { effect } of scenariosFor("client id", clientId)) {
    if (!("knowsStates" in effect) || effect.knowsStates.includes(state)) continue;
    throw new Refusal("264030", "The state is not supported in the Customer Integration Environment.");
  }
}

/** The account an app is bound to; null: every account. */
function boundAccount(clientId: string): string | null {
  return /bound-to-([0-9A-Za-z]{6})/.exec(clientId)?.[1]?.toUpperCase() ?? null;
}

export function mayUseAccount(clientId: string, shipperNumber: string): boolean {
  const account = boundAccount(clientId);
  return account === null || account === shipperNumber.toUpperCase();
}

/** Whether Locator answers in shapes that its spec does not know. */
export function hasOddLocations(clientId: string): boolean {
  return scenariosFor("client id", clientId).some(({ effect }) => "oddLocations" in effect);
}

/** Whether Shop lists the services of contracts as well. */
export function shopsByContract(clientId: string): boolean {
  return scenariosFor("client id", clientId).some(({ effect }) => "shopsByContract" in effect);
}

/** Lifetime of a new token in seconds. UPS's own is about four hours. */
export function tokenSeconds(clientId: string): number {
  const found = scenariosFor("client id", clientId).find(({ effect }) => "tokenSeconds" in effect);
  return found && "tokenSeconds" in found.effect ? found.effect.tokenSeconds : 14_399;
}

export function isEnrolledForNegotiatedRates(shipperNumber: string): boolean {
  return !scenariosFor("account number", shipperNumber).some(({ effect }) => "notEnrolled" in effect);
}

/** What becomes of packages to this recipient; null: nothing special. */
export function scenarioJourney(recipientName: string): JourneyName | null {
  const found = scenariosFor("recipient name", recipientName).find(({ effect }) => "journey" in effect);
  return found && "journey" in found.effect ? found.effect.journey : null;
}

/** Whether the account's invoices go to customs by wire, so that no file comes with the label. */
export function goesWithoutPaper(shipperNumber: string): boolean {
  return scenariosFor("account number", shipperNumber).some(({ effect }) => "paperlessInvoice" in effect);
}

/** Alerts that come with an otherwise ordinary answer. */
export function scenarioAlerts({ shipTo }: RequestedShipment): Alert[] {
  return scenariosFor("recipient city", shipTo.city).flatMap(({ effect }) =>
    "alert" in effect ? [{ Code: effect.alert.code, Description: effect.alert.message }] : [],
  );
}
