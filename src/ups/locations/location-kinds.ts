import type { LocationKind } from "../../carrier/locations.js";

/** Location types (OptionType 01). UPS says that its codes vary by country: words decide where a code is not known. */
const typeRows: { code: string; kind: LocationKind; words: RegExp }[] = [
  { code: "001", kind: "CUSTOMER_CENTER", words: /customer cent/i },
  { code: "002", kind: "STORE", words: /the ups store|mail boxes/i },
  { code: "003", kind: "DROP_BOX", words: /drop box/i },
  { code: "004", kind: "AUTHORIZED_OUTLET", words: /outlet|alliance|service provider/i },
  { code: "018", kind: "ACCESS_POINT", words: /access point/i },
];
const lockerWords = /locker/i;

/** UPS's codes to search these kinds by; empty: UPS's usual kinds. */
export function typeCodesOf(kinds: LocationKind[]): string[] {
  const codes = kinds.map((kind) => typeRows.find((type) => type.kind === kind)?.code);
  return codes.every((code) => code !== undefined) ? codes : [];
}

/** Which searches find these kinds: access points and lockers have one of their own. */
export function isAccessPointKind(kind: LocationKind): boolean {
  return kind === "ACCESS_POINT" || kind === "LOCKER";
}

export function kindsOf(
  types: { code: string; words: string }[],
  accessPointId: string | null,
  classifications: string[],
): LocationKind[] {
  const kindsByType = types.flatMap(({ code, words }) => {
    const type = typeRows.find((row) => row.code === code) ?? typeRows.find((row) => row.words.test(words));
    return type ? [type.kind] : [];
  });
  const isLocker = [...classifications, ...types.map(({ words }) => words)].some((words) => lockerWords.test(words));
  const kinds = new Set<LocationKind>([
    ...(accessPointId === null ? [] : ["ACCESS_POINT" as const]),
    ...kindsByType,
    ...(isLocker ? ["LOCKER" as const] : []),
  ]);
  return kinds.size > 0 ? [...kinds] : ["OTHER"];
}
