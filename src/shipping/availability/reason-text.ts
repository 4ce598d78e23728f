import type { PackageWeight } from "../../entities/values/measures.js";
import type { StoredAvailability, StoredVolume } from "../../entities/values/stored-method-rules.js";
import { english } from "./texts/english.js";
import { french } from "./texts/french.js";
import { german } from "./texts/german.js";
import type { ReasonTexts } from "./texts/reason-texts.js";
import { spanish } from "./texts/spanish.js";
import type { UnavailableKey } from "./unavailable-key.js";

export type Language = "en" | "de" | "fr" | "es";

const texts: Readonly<Record<Language, ReasonTexts>> = { en: english, de: german, fr: french, es: spanish };

/** A method's own limits. */
type Limits = Pick<StoredAvailability, "maxWeight" | "maxVolume">;

/**
 * What a shop shows a buyer who cannot choose a method: whole sentences in the language of `locale`. They never have a
 * carrier's words, an account or an amount in them. `limits`, of the method whose own limit is the reason, is written in.
 */
export function reasonText(key: UnavailableKey, locale: string | null, limits: Limits | null = null): string {
  const language = languageOf(locale);
  const text = texts[language];
  if (key === "WEIGHT_LIMIT" && limits?.maxWeight)
    return text.limits[key].replace("{limit}", weightText(limits.maxWeight, language));
  if (key === "VOLUME_LIMIT" && limits?.maxVolume)
    return text.limits[key].replace("{limit}", volumeText(limits.maxVolume, language));
  return text.reasons[key];
}

/** The language of a BCP 47 tag, such as de-AT: one that there are texts in, else English. */
export function languageOf(locale: string | null): Language {
  const [written = ""] = (locale ?? "").trim().split(/[-_,;]/, 1);
  if (!/^[A-Za-z]{2,3}$/.test(written)) return "en";
  // Three letters, as of German deu, become two.
  const [language = ""] = Intl.getCanonicalLocales(written);
  return language in texts ? (language as Language) : "en";
}

const weightUnits = { KG: "kilogram", LB: "pound", OZ: "ounce" } as const;
const volumeUnits = { CM: "cm³", IN: "in³" } as const;
const digits = { maximumFractionDigits: 3 };

function weightText({ value, unit }: PackageWeight, language: Language): string {
  return new Intl.NumberFormat(language, { ...digits, style: "unit", unit: weightUnits[unit] }).format(value);
}

function volumeText({ value, unit }: StoredVolume, language: Language): string {
  return `${new Intl.NumberFormat(language, digits).format(value)} ${volumeUnits[unit]}`;
}
