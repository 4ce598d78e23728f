/** The short forms of the Postal Service; every word of a street is written with them. */
const shortForms: Record<string, string> = Object.fromEntries(
  (
    "STREET:ST AVENUE:AVE AV:AVE BOULEVARD:BLVD DRIVE:DR LANE:LN ROAD:RD COURT:CT PLACE:PL PLAZA:PLZ SQUARE:SQ " +
    "PARKWAY:PKWY HIGHWAY:HWY TERRACE:TER CIRCLE:CIR TRAIL:TRL NORTH:N SOUTH:S EAST:E WEST:W FIRST:1ST SECOND:2ND " +
    "THIRD:3RD FOURTH:4TH FIFTH:5TH SUITE:STE APARTMENT:APT FLOOR:FL ROOM:RM"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Street lines taken apart and written the Postal Service's way. */
export interface StreetLine {
  /** Null: none was given. */
  number: number | null;
  street: string;
  /** Such as `STE 500`; empty: none. */
  unit: string;
  /** Lines that are neither, as they came. */
  otherLines: string[];
}

export function standardText(text: string): string {
  const words = text
    .toUpperCase()
    .replace(/[.,]/g, " ")
    .replace(/#\s*/g, " # ")
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.map((word) => shortForms[word] ?? word).join(" ");
}

const unitPattern = /\b(?:STE|APT|UNIT|FL|RM)\s+\S+$|#\s*\S+$/;

/** The first line that begins with a number is the street; without one, the first line is. */
export function readStreet(lines: string[]): StreetLine {
  const standard = lines.map(standardText).filter((line) => line !== "");
  const index = Math.max(
    0,
    standard.findIndex((line) => /^\d/.test(line)),
  );
  const rest = standard.filter((_, at) => at !== index);
  const unitLine = rest.find((line) => unitPattern.exec(line)?.index === 0);
  const line = standard[index] ?? "";
  const unit = unitLine ?? unitPattern.exec(line)?.[0] ?? "";
  const withoutUnit = unitLine === undefined ? line.replace(unitPattern, "").trim() : line;
  const numbered = /^(\d{1,6}) (.+)$/.exec(withoutUnit);
  return {
    number: numbered ? Number(numbered[1]) : null,
    street: numbered?.[2] ?? withoutUnit,
    unit,
    otherLines: rest.filter((other) => other !== unitLine),
  };
}
