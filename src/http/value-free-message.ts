/**
 * GraphQL quotes what a client sent in its complaints, the whole input of a mutation where one field of it is wrong.
 * Clients and routers log such messages, and a secret or an address would be among them.
 */

/** Strings are skipped whole, so that no text in them can pass for the path that follows the value. */
const wrongVariable = /^Variable "(\$\w+)" got invalid value (?:"(?:[^"\\]|\\.)*"|[^"])*?(?: at "([\w.[\]]+)")?; /;
const longest = 100_000;

/** What stays of each complaint; all else that a value could be part of is left out. */
const shortened: [RegExp, string][] = [
  // Of our own scalars: says what is expected.
  [/^(\w+ cannot represent this value: .*)$/, "$1"],
  [/^(\w+ cannot represent [\w -]+ value)\b.*$/s, "$1."],
  [/^(Enum "\w+" cannot represent [\w-]+ value)\b.*$/s, "$1."],
  [/^(\w+) cannot represent .*$/s, "$1 cannot represent the value."],
  [/^Value ".*" does not exist in ("\w+") enum\..*$/s, "The value does not exist in the enum $1."],
  [/^Expected value of type ("[\w![\]]+"), found .*$/s, "Expected a value of type $1."],
  [/^(Expected type "\w+"\.) .*$/s, "$1"],
  [/^Argument ("\w+") has invalid value .*$/s, "The argument $1 has an invalid value."],
  [/^(Syntax Error: .*?\b(?:String|BlockString|Int|Float)) ".*$/s, "$1."],
];

/** Complaints about variables that quote names of the schema only, or of fields that the client made up. */
const harmless = [
  /^Expected type "\w+" to be an object\.$/,
  /^Expected type "\w+"\.$/,
  /^Expected non-nullable type "[\w![\]]+" not to be null\.$/,
  /^Field "\w+" of required type "[\w![\]]+" was not provided\.$/,
  /^Field "\w{1,64}" is not defined by type "\w+"\./,
  /^Field "\w+" must be non-null\.$/,
  /^Exactly one key must be specified for OneOf type "\w+"\.$/,
];

/** The message without what the client sent as values. The same text where there is none in it. */
export function valueFreeMessage(message: string): string {
  if (!message.startsWith('Variable "$')) return shorten(message) ?? message;
  if (!message.includes(" got invalid value ")) return message;
  const [whole, name, path] = (message.length <= longest && wrongVariable.exec(message)) || [];
  if (whole === undefined) return "A variable is not valid.";
  const reason = message.slice(whole.length);
  // Without the names that graphql-js suggests, which production does not tell.
  const harmlessPart = harmless.map((pattern) => pattern.exec(reason)?.[0]).find((text) => text !== undefined);
  const told = shorten(reason) ?? harmlessPart ?? "The value is not valid.";
  return `Variable "${name}" is not valid${path === undefined ? "" : ` at "${path}"`}: ${told}`;
}

function shorten(text: string): string | null {
  const found = shortened.find(([pattern]) => pattern.test(text));
  return found ? text.replace(...found) : null;
}
