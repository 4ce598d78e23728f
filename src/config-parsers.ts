import { isIP } from "node:net";
import { z } from "zod";
import { isLoopback } from "./config-hosts.js";
import { urlsOfHosts } from "./database/server-hosts.js";
import type { IntrospectionGrant } from "./security/introspection.js";
import { isScope } from "./security/scopes.js";

/** A 32-byte key and the id that sealed data and signed links carry to name it. */
export interface ConfiguredKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Addresses that share their first `prefix` bits. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

/** A parse that fails says why in words fit for a terminal: never the value, which may be a secret. */
export function parsed<T>(parse: (text: string) => T) {
  return z.string().transform((text, context) => {
    try {
      return parse(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
      return z.NEVER;
    }
  });
}

export const anyWholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "is not a whole number")
    .transform(Number)
    .pipe(z.number().min(min, `is below ${min}`).max(max, `is above ${max}`));

export const wholeNumber = (min: number, max: number, byDefault: number) => anyWholeNumber(min, max).default(byDefault);

/** 0: for ever. */
export const days = (byDefault: number) => wholeNumber(0, 36_500, byDefault);

/** Undefined: not said. Null: no limit. */
export const limit = <T>(parse: (text: string) => T) =>
  parsed((text) => (text.toLowerCase() === "none" ? null : parse(text))).optional();

export function parseCount(text: string): string {
  if (!/^\d{1,9}$/.test(text)) throw new Error("is neither a whole number nor none");
  return text;
}

function parseAmount(text: string): { amount: string; currencyCode: string } {
  const [, amount, currencyCode] = /^(\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3})$/.exec(text) ?? [];
  if (amount === undefined || currencyCode === undefined) throw new Error("is neither like 5000.00 USD nor none");
  return { amount, currencyCode };
}

/** One for each currency. */
export function parseAmounts(text: string) {
  const amounts = text.split(",").map((item) => parseAmount(item.trim()));
  const currencies = new Set(amounts.map(({ currencyCode }) => currencyCode));
  if (currencies.size < amounts.length) throw new Error("has two amounts in one currency");
  return amounts;
}

export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, { error: `is not one of ${values.join(", ")}` });

export const ratio = z
  .string()
  .regex(/^(0(\.\d+)?|1(\.0+)?)$/, "is not a number from 0 to 1")
  .transform(Number);

export const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

export const someOf = <T extends z.ZodType<unknown, string>>(item: T) =>
  list.pipe(z.array(item).min(1, "is an empty list"));

export const longSecret = z.string().min(32, "is shorter than 32 characters");

/** Null: said aloud that there is none. */
export const routerSecret = parsed((text) => {
  if (text.toLowerCase() === "off") return null;
  if (text.length < 32) throw new Error("is neither off nor at least 32 characters long");
  return text;
});

/** `off` is nobody, `everyone` whoever shows a token; else whom the list names. */
export function parseGrants(text: string): IntrospectionGrant[] {
  const words = text.split(",").map((word) => word.trim().toLowerCase());
  if (words.includes("off") && words.length === 1) return [];
  const isGrant = (word: string): word is IntrospectionGrant =>
    word === "everyone" || word === "router" || isScope(word);
  if (!words.every(isGrant)) throw new Error("is neither off nor a list of everyone, router and scopes");
  return words;
}

function parseUrl(text: string, protocols: string[]): URL {
  if (!URL.canParse(text)) throw new Error("is not a URL");
  const url = new URL(text);
  if (!protocols.includes(url.protocol)) throw new Error(`does not start with ${protocols.join("// or ")}//`);
  return url;
}

function parseWebUrl(text: string): URL {
  const url = parseUrl(text, ["https:", "http:"]);
  if (url.username !== "" || url.password !== "") throw new Error("contains a user name or password");
  if (url.search !== "" || url.hash !== "") throw new Error("contains a query or a fragment");
  return url;
}

export function parseOrigin(text: string): string {
  const url = parseWebUrl(text);
  if (url.pathname !== "/") throw new Error("has a path: only scheme, host and port belong here");
  return url.origin;
}

export const parseCollector = (text: string) => parseWebUrl(text).href.replace(/\/$/, "");

export function parseSafeUrl(text: string): string {
  const url = parseWebUrl(text);
  if (url.protocol !== "https:" && !isLoopback(url.hostname)) throw new Error("is not https");
  return url.href;
}

export function parseDatabaseUrl(text: string): string {
  for (const url of urlsOfHosts(text)) parseUrl(url, ["postgres:", "postgresql:"]);
  return text;
}

function parseKey(text: string): ConfiguredKey {
  const [, id, encoded] = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  if (id === undefined || encoded === undefined) throw new Error("is not a list of <id>:<32 bytes in base64>");
  return { id, bytes: Buffer.from(encoded, "base64") };
}

export function parseKeys(text: string): ConfiguredKey[] {
  const keys = text.split(",").map((item) => parseKey(item.trim()));
  if (new Set(keys.map((key) => key.id)).size < keys.length) throw new Error("uses one id twice");
  return keys;
}

/** An address, or a network as `10.0.0.0/8`. */
export function parseNetwork(text: string): Network {
  const [address = "", length] = text.split("/");
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const prefix = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (family === 0 || !(prefix <= most)) throw new Error("is not a list of addresses or networks like 10.0.0.0/8");
  return { address, prefix, family: family === 4 ? "ipv4" : "ipv6" };
}

export const graphqlName = z.string().regex(/^[A-Za-z][_0-9A-Za-z]*$/, "is not a GraphQL name");

/** HS256 and its kin are left out on purpose: with them a public key could pass as the secret. */
export const jwtAlgorithm = oneOf(
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
);
