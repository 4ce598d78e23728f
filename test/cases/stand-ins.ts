import { randomUUID } from "node:crypto";
import { seedAccount } from "../support/seed.js";
import type { TestService } from "../support/service.js";
import { places } from "./places.js";

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as cases
export type Answer = any;

/** Stands for a value that an earlier answer does not have: what needs it cannot be asked. */
export class MissingValue extends Error {}

const accounts = new WeakMap<TestService, Map<string, string>>();

/** The value with its stand-ins replaced: `@key`, `@account:berlin`, `@path:0.data.x`, `@quotePrice:1:5.55`, ... */
export async function replaceStandIns(service: TestService, value: unknown, answers: Answer[]): Promise<unknown> {
  if (typeof value === "string") return value.startsWith("@") ? replacement(service, value, answers) : value;
  if (Array.isArray(value)) return Promise.all(value.map((item) => replaceStandIns(service, item, answers)));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    async ([name, item]) => [name, await replaceStandIns(service, item, answers)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function replacement(service: TestService, text: string, answers: Answer[]): unknown {
  const [kind = "", first = "", second = ""] = text.slice(1).split(":");
  if (kind === "key") return `case-${randomUUID()}`;
  if (kind === "accountNumber") return randomUUID().replaceAll("-", "").slice(0, 6).toUpperCase();
  if (kind === "account") return accountIn(service, first);
  if (kind === "path") return valueAt(answers, first);
  if (kind === "quotePrice") return quoteWithPrice(answers[Number(first)], second);
  return text;
}

/** One account a city, made when it is first asked for. */
async function accountIn(service: TestService, city: string): Promise<string> {
  const ofService = accounts.get(service) ?? new Map<string, string>();
  accounts.set(service, ofService);
  const address = places[city.toLowerCase()];
  if (!address) throw new Error(`no address is known for an account in ${city}`);
  const number = `0A${String(ofService.size).padStart(4, "0")}`;
  const id = ofService.get(city) ?? (await seedAccount(service, { name: city, accountNumber: number, address }));
  ofService.set(city, id);
  return id;
}

function valueAt(answers: Answer[], path: string): unknown {
  const value = path.split(".").reduce((held: Answer, name) => held?.[name], answers);
  if (value === undefined || value === null) throw new MissingValue(path);
  return value;
}

function quoteWithPrice(answer: Answer, amount: string): string {
  const quotes: Answer[] = answer?.data?.shippingRates?.quotes ?? [];
  const found = quotes.find((quote) => quote.price.amount === amount);
  if (!found) throw new MissingValue(`a quote at ${amount}`);
  return found.id;
}
