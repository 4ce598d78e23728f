/** Words for a box or counter at a post office, a box with its number; where only some countries mean one by it, those. */
const words: readonly { pattern: RegExp; countries?: ReadonlySet<string> }[] = [
  { pattern: /\b(G\.?\s?)?(P\.?\s?O\.?\s?BOX|POB|P\.O\.B\.)[\s#:.º°-]*(N[OR]?[.:º°]?\s*)?([A-Z]-?)?\d+/ },
  { pattern: /\b(POST(AL)? (OFFICE )?BOX|POSTBOX|LOCKED BAG|PRIVATE BAG)[\s#:.NO-]*[A-Z]?\d+/ },
  { pattern: /\b(POSTFACH|POSTBUS|POSTBOKS|POSTLADE|PACKSTATION|PAKETSTATION|POSTFILIALE)[\s:.NR-]*\d[\d ]*/ },
  { pattern: /\b(BOITE POSTALE|CASE POSTALE|CASELLA POSTALE|CAIXA POSTAL|CASILLA( POSTAL)?)[\s:.NOº°-]*\d+/ },
  { pattern: /\b(APARTADO|APDO\.?)( DE CORREOS| POSTAL| AEREO)?[\s:.NO-]*\d+/ },
  { pattern: /\b(SKRYTKA POCZTOWA|SKR\.? ?POCZT\.?|POSTAFIOK|POSTANSKI PRETINAC|POSTOVNI PRIHRADKA)[\s:.NR-]*\d+/ },
  { pattern: /\b(POSTILOKERO|CASUTA POSTALA|POSTA KUTUSU)[\s:.NR-]*\d+/ },
  { pattern: /^(B\.?P\.?|CS|TSA)\s?N?[°O]?\s?\d+/, countries: new Set("FR MC BE LU GP MQ GF RE YT NC PF".split(" ")) },
  { pattern: /^C\.?P\.?\s?\d+/, countries: new Set("IT SM VA CH RO CA PT BR".split(" ")) },
  { pattern: /^PL\s?\d+/, countries: new Set(["FI", "AX"]) },
  { pattern: /^PF\.?\s?\d+/, countries: new Set(["HU", "DE", "AT"]) },
  { pattern: /^(PB\.?|P\.B\.)\s?\d+/, countries: new Set(["NO", "BE"]) },
  { pattern: /^P\.?K\.?\s?\d+/, countries: new Set(["TR"]) },
  { pattern: /^BOX\s?\d+$/ },
  { pattern: /^PARCEL LOCKER\s?\d[\d ]*/, countries: new Set(["AU"]) },
  { pattern: /^(GENERAL DELIVERY|POSTE RESTANTE|POSTLAGERND|LISTA DE CORREOS|FERMO ?POSTA)$/ },
];

/** Where streets have no numbers and boxes are the usual address: whether it can be found is left to UPS. */
const usualIn = new Set("AE BH KW OM QA SA JO YE ET KE MW MZ NA RW SO SD TZ UG ZM ZW BW GH NG".split(" "));

/**
 * The line that is a post office box, where no house is named beside it; null: none is. UPS takes nothing there: its
 * terms exclude boxes, but for what it hands over to the post. Not asked of its API, which does not check streets.
 */
export function postBoxLine(country: string, lines: readonly string[]): number | null {
  if (usualIn.has(country)) return null;
  const texts = lines.map(plain);
  const rest = texts.map((text) => withoutBoxes(country, text));
  const index = texts.findIndex((text, at) => text !== rest[at]);
  return index === -1 || rest.some(namesHouse) ? null : index;
}

function withoutBoxes(country: string, text: string): string {
  const meant = words.filter(({ countries }) => countries === undefined || countries.has(country));
  return meant.reduce((rest, { pattern }) => rest.replace(pattern, " "), text);
}

/** The number of a customer of the German post, which stands beside a locker. */
const customerNumber = /\b(POSTNUMMER|POST-NR|POSTNR|DHL)\b[\s:.]*\d*/g;

/** A number beside a word: of a house, or of a route that a carrier drives. */
function namesHouse(text: string): boolean {
  const rest = text.replace(customerNumber, " ");
  return /\d/.test(rest) && /\p{L}{2,}/u.test(rest);
}

function plain(line: string): string {
  return line.normalize("NFD").replace(/\p{M}/gu, "").trim().toUpperCase();
}
