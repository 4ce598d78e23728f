/** What looks like a figure of ours and is a name, a form of writing or an example. */
const names = [
  /\bISO \d+(-\d)?( alpha-\d)?/g,
  /\b(RFC|SHA)[ -]\d+/g,
  /\bbase64\b|\bZIP\+4\b|\b24-hour\b|\bprinter language 2\b|\b00:00\b/g,
  /\bEAR99\b|\bC33\b|\b15 CFR 30\b/g,
  /\bfor example \S+|\bsuch as \d\S*|\bas -05:00|••••\w+/g,
];

const words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** The figures of a description in their order, written in digits or as a word from two to twelve. */
export function figuresIn(description: string): string[] {
  const text = names.reduce((rest, name) => rest.replace(name, " "), description);
  const found = text.match(new RegExp(String.raw`\d+(?:\.\d+)?|\b(?:${words.join("|")})\b`, "gi")) ?? [];
  return found.map((figure) => (/^\d/.test(figure) ? figure : String(words.indexOf(figure.toLowerCase()) + 2)));
}

/** The longest that is taken, tried from 1 up; 0: not even one. */
export function longest(isTaken: (length: number) => boolean): number {
  let length = 0;
  while (length < 10_000 && isTaken(length + 1)) length += 1;
  return length;
}
