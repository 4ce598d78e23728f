import { languageOf, reasonText } from "../../src/shipping/availability/reason-text.js";
import { english } from "../../src/shipping/availability/texts/english.js";
import type { UnavailableKey } from "../../src/shipping/availability/unavailable-key.js";
import type { UnavailableReason } from "../../src/shipping/rate/unavailable-option.js";

const languages = ["en", "de", "fr", "es"] as const;
const keys = Object.keys(english.reasons) as UnavailableKey[];
/** Every reason for which staff's rates have no offer can be told to a buyer: the compiler says so. */
const ofRates = (reason: UnavailableReason): UnavailableKey => reason;

it("has every reason in four languages, as whole sentences of their own", () => {
  expect(keys.length).toBeGreaterThan(25);
  for (const key of keys) {
    const texts = languages.map((language) => reasonText(ofRates(key as UnavailableReason), language));
    expect(new Set(texts).size).toBe(languages.length);
    for (const text of texts) expect(text).toMatch(/^\p{Lu}[^{}]{15,}\.$/u);
  }
});

it("tells no buyer of carriers, accounts or amounts", () => {
  const staffs = /UPS|carrier|account|Frachtf|Konto|transporteur|compte|transportista|cuenta|\d/i;
  for (const language of languages) for (const key of keys) expect(reasonText(key, language)).not.toMatch(staffs);
});

it.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["de-CH-1996", "de"],
  ["DE_at", "de"],
  [" fr-CA ", "fr"],
  ["es-419", "es"],
  ["deu", "de"],
  ["fra-FR", "fr"],
  ["fr-CH, fr;q=0.9, en;q=0.8", "fr"],
  ["en-GB", "en"],
  ["nl", "en"],
  ["den", "en"],
  ["zh-Hant-TW", "en"],
  ["*", "en"],
  ["", "en"],
  ["deutsch", "en"],
  [null, "en"],
] as const)("takes %j for %s", (locale, expected) => {
  expect(languageOf(locale)).toBe(expected);
});

it("speaks the buyer's language", () => {
  expect(languages.map((language) => reasonText("POSTAL_CODE_NOT_SERVED", `${language}-XX`))).toEqual([
    "This delivery method does not deliver to this postal code.",
    "Mit dieser Versandart liefern wir nicht in dieses Postleitzahlengebiet.",
    "Ce mode de livraison ne dessert pas ce code postal.",
    "Este método de envío no llega a este código postal.",
  ]);
});

it("says how much a method takes where that is its own limit", () => {
  const limits = { maxWeight: { value: 31.5, unit: "KG" }, maxVolume: { value: 1728, unit: "IN" } } as const;
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  expect(languages.map((language) => plain(reasonText("WEIGHT_LIMIT", language, limits)))).toEqual([
    "The order is too heavy for this delivery method, which takes up to 31.5 kg.",
    "Die Bestellung ist zu schwer für diese Versandart: Möglich sind höchstens 31,5 kg.",
    "La commande est trop lourde pour ce mode de livraison, limité à 31,5 kg.",
    "El pedido pesa demasiado para este método de envío, que admite hasta 31,5 kg.",
  ]);
  expect(plain(reasonText("VOLUME_LIMIT", "fr", limits))).toBe(
    "La commande est trop volumineuse pour ce mode de livraison, limité à 1 728 in³.",
  );
  expect(reasonText("WEIGHT_LIMIT", "en", { ...limits, maxWeight: null })).toBe(english.reasons.WEIGHT_LIMIT);
  expect(reasonText("SIZE_LIMIT", "en", limits)).toBe(english.reasons.SIZE_LIMIT);
});
