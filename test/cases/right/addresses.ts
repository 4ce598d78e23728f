import type { RightBehaviour } from "../replay.js";
import {
  fieldsOf,
  isBought,
  purchaseOf,
  ratedShipments,
  ratesOf,
  serviceCodes,
  shipped,
  textsOf,
} from "./purchases.js";

/** Flown or driven within the mainland; none of them leaves it. */
const mainlandServices =
  /^UPS_(GROUND|3_DAY_SELECT|2ND_DAY_AIR|2ND_DAY_AIR_AM|NEXT_DAY_AIR|NEXT_DAY_AIR_SAVER|NEXT_DAY_AIR_EARLY)$/;

const isMainland = (code: string) => mainlandServices.test(code);

/** Each asked about a US territory in the form of a US state: sold as the country it is to UPS, or refused. */
const usTerritories: RightBehaviour = (replayed) => {
  const countries = ["VI", "GU", "AS", "MP"];
  for (const answer of replayed.answers) {
    const rates = ratesOf(answer);
    expect(serviceCodes(rates).filter(isMainland)).toEqual([]);
    if (rates.quotes.length === 0)
      expect(fieldsOf(rates)).toEqual([expect.stringMatching(/shipTo\.(countryCode|region)$/)]);
  }
  const sentTo = ratedShipments(replayed).map(({ ShipTo }) => ShipTo.Address);
  for (const { CountryCode, StateProvinceCode } of sentTo) {
    expect(countries).toContain(CountryCode);
    expect(StateProvinceCode ?? "").not.toBe(CountryCode);
  }
};

/** Only what the post takes over reaches a military address. */
const military: RightBehaviour = (replayed) => {
  const [rated, bought] = replayed.answers;
  expect(serviceCodes(ratesOf(rated)).filter(isMainland)).toEqual([]);
  if (ratesOf(rated).quotes.length === 0) expect(fieldsOf(ratesOf(rated))[0]).toMatch(/shipTo/);
  expect(isBought(purchaseOf(bought))).toBe(false);
  expect(fieldsOf(purchaseOf(bought))[0]).toMatch(/shipTo|service/);
  expect(shipped(replayed)).toEqual([]);
};

const isoRegions: RightBehaviour = (replayed) => {
  const [rated, bought] = replayed.answers;
  expect(ratesOf(rated).quotes).not.toEqual([]);
  expect(purchaseOf(bought)).toMatchObject({ purchase: { state: "PURCHASED" }, userErrors: [] });
  const states = [...ratedShipments(replayed), ...shipped(replayed).map(({ Shipment }) => Shipment)];
  for (const { ShipTo } of states) expect(ShipTo.Address.StateProvinceCode).toBe("NY");
};

const postalCodes: RightBehaviour = (replayed) => {
  expect(ratesOf(replayed.answers[0])).toMatchObject({ userErrors: [] });
  expect(ratesOf(replayed.answers[0]).quotes).not.toEqual([]);
  for (const { ShipTo } of ratedShipments(replayed)) expect(ShipTo.Address.PostalCode).toMatch(/^E16 ?1ZE$/);
};

/** EU countries' places outside its tax or customs area: with an invoice or not at all. */
const specialTerritories: RightBehaviour = (replayed) => {
  const [canaries, ceuta, undeclared] = replayed.answers.map(purchaseOf);
  for (const declared of [canaries, ceuta]) {
    expect(fieldsOf(declared).filter((field) => field.includes("customsDeclaration"))).toEqual([]);
    expect(isBought(declared) || fieldsOf(declared).some((field) => /service|shipTo/.test(field))).toBe(true);
  }
  for (const { Shipment } of shipped(replayed))
    expect(Shipment.ShipmentServiceOptions?.InternationalForms).toMatchObject({ FormType: expect.anything() });
  // What is packed says all that the invoice needs, as across any border.
  if (!isBought(undeclared)) expect(fieldsOf(undeclared).join()).toMatch(/customsDeclaration|service|shipTo/);
};

const isPrintable = (text: string) => !/[^\u0020-\u00ff]/.test(text);

/** Letters outside what a label prints: refused by field, sent with a character set, or replaced and told. */
const otherLetters: RightBehaviour = (replayed) => {
  const bought = purchaseOf(replayed.answers[0]);
  if (!isBought(bought)) return expect(fieldsOf(bought)[0]).toMatch(/shipTo/);
  for (const { Shipment, LabelSpecification } of shipped(replayed)) {
    if (LabelSpecification.CharacterSet) continue;
    expect(isPrintable(JSON.stringify(Shipment.ShipTo))).toBe(true);
    expect(textsOf(bought)).not.toEqual([]);
  }
};

const shortPhones: RightBehaviour = (replayed) => {
  for (const bought of replayed.answers.map(purchaseOf)) {
    expect(isBought(bought)).toBe(false);
    expect(fieldsOf(bought)).toEqual([expect.stringMatching(/shipTo\.phone$/)]);
  }
  expect(shipped(replayed)).toEqual([]);
};

/** A candidate in which UPS leaves members out empties nothing. */
const sparseCandidate: RightBehaviour = ({ answers }) => {
  const [candidate] = answers[1].data.validateAddress.addressValidation.candidates;
  expect(candidate.address).toMatchObject({ city: "Aliso Viejo", region: "CA", postalCode: "92656" });
  expect(candidate.changedFields.join()).not.toMatch(/city|region|postalCode/i);
};

export const addressCases: Record<string, RightBehaviour> = {
  A1: usTerritories,
  A3: military,
  A5: isoRegions,
  A6: postalCodes,
  A10: specialTerritories,
  A14: otherLetters,
  A18: shortPhones,
  AV1: sparseCandidate,
};
