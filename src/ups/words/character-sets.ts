/** Letters that a label prints beside those of ASCII, and how UPS is asked for them. */
export interface CharacterSet {
  name: "Latin-1" | "Latin-2" | "Latin-5" | "Cyrillic";
  has(letter: string): boolean;
  /** UPS's code of the language (LabelSpecification.CharacterSet) for labels that go to, or come from, these countries. */
  codeFor(countries: string[]): string;
}

/*
 * Shipping.yaml, LabelSpecification.CharacterSet: languages, each with its set of ISO 8859; without one English, which is
 * called Latin-1 there. That the language matters on a GIF too is seen on a label: without it "?WINOUJ?CIE", with pol the
 * city's name (php-ups-api, pull request 234); that without it even signs of Latin-1 are question marks, in issue 148 of
 * UPS's own repository ("N?15"). So one is named wherever there is more than ASCII. Bulgarian, Greek, Latvian and Lithuanian
 * stand under Latin-2 there, which has not their letters: not relied on.
 */
const languages = {
  "Latin-1": {
    ...{ DK: "dan", NL: "nld", FI: "fin", FR: "fra", BE: "fra", LU: "fra", MC: "fra", DE: "deu", AT: "deu", CH: "deu" },
    ...{ LI: "deu", IT: "itl", SM: "itl", NO: "nor", PT: "por", BR: "por", SE: "swe", ES: "spa", MX: "spa", AR: "spa" },
    ...{ CL: "spa", CO: "spa", PE: "spa", PR: "spa", "*": "fra" },
  },
  "Latin-2": { PL: "pol", CZ: "ces", HU: "hun", SK: "slk", RO: "ron", EE: "est", "*": "pol" },
  "Latin-5": { "*": "tur" },
  Cyrillic: { "*": "rus" },
} as const satisfies Record<CharacterSet["name"], Record<string, string>>;

/** The upper half of the set; WHATWG's names of Latin-1 and Latin-5 differ from ISO's below A0 only. */
const encodings = { "Latin-1": "latin1", "Latin-2": "iso-8859-2", "Latin-5": "iso-8859-9", Cyrillic: "iso-8859-5" };

function characterSet(name: CharacterSet["name"]): CharacterSet {
  let letters: ReadonlySet<string> | null = null;
  return {
    name,
    has(letter) {
      letters ??= new Set(new TextDecoder(encodings[name]).decode(Uint8Array.from({ length: 95 }, (_, i) => 0xa1 + i)));
      return letters.has(letter);
    },
    codeFor(countries) {
      const codes: Record<string, string> = languages[name];
      const country = countries.find((candidate) => candidate in codes) ?? "*";
      return codes[country] as string;
    },
  };
}

export const latin1 = characterSet("Latin-1");
export const latinSets = [latin1, characterSet("Latin-2"), characterSet("Latin-5")];
export const cyrillic = characterSet("Cyrillic");
