import type { FoundLocations } from "../../src/carrier/locations.js";
import type { Outcome, SpendOutcome } from "../../src/carrier/outcome.js";
import type { RatedService } from "../../src/carrier/rating.js";
import type { LabelFile, RecoverAnswer, ShippedShipment } from "../../src/carrier/shipping.js";
import type { Money } from "../../src/carrier/values.js";
import type { UpsAdapter } from "../../src/ups/adapter.js";
import { classify } from "../../src/ups/wire/classify.js";
import { parseErrorHeaders } from "../../src/ups/wire/errors.js";
import { anAccount, anAddress, aPackage, aRateRequest, aShipRequest, someDetails } from "../ups/builders.js";
import type { RecordedAnswer } from "./answer-file.js";

type AnyOutcome = Outcome<unknown> | SpendOutcome<unknown>;

/** What the adapter read, in the words of the files' `expect`. */
type Reading = Record<string, unknown>;

type Reader = (adapter: UpsAdapter, answer: RecordedAnswer) => Promise<Reading>;

const account = anAccount();
const call = { purchaseId: null };

const rate: Reader = async (adapter) => {
  const outcome = await adapter.rate(account, aRateRequest(), call);
  const services = outcome.kind === "ANSWERED" ? outcome.value : [];
  const messages = [...outcome.messages, ...services.flatMap((service) => service.messages)];
  const rateReason = adapter.rateRefusalReason(outcome.messages);
  return { ...said(outcome), messages: codesOf(messages), services: services.map(rated), rateReason };
};

const ship: Reader = async (adapter, { ask, body }) => {
  const details = someDetails({ packages: Array.from({ length: ask?.count ?? 1 }, () => aPackage()) });
  const outcome = await adapter.ship(account, aShipRequest({ details, labelFormat: "ZPL" }), call);
  const signature = /"InternationalSignatureGraphicImage":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
  return { ...said(outcome), ship: outcome.kind === "ANSWERED" ? shipped(outcome.value, signature) : null };
};

const recover: Reader = async (adapter) => {
  const request = { labelFormat: "GIF", trackingNumber: "1Z12345E8791315413" } as const;
  const outcome = await adapter.recoverLabels(account, request, call);
  const value: RecoverAnswer | null = outcome.kind === "ANSWERED" ? outcome.value : null;
  const recovery = value?.found === "ONE" ? { found: "ONE", ...shipped(value.shipment) } : value;
  return { ...said(outcome), recovery, recoveryMeans: value?.found };
};

const voided: Reader = async (adapter) => {
  const request = { shipmentIdentificationNumber: "1Z12345E8791315413", trackingNumbers: [] };
  const outcome = await adapter.voidShipment(account, request, call);
  const isVoided = outcome.kind === "ANSWERED" && outcome.value.isVoided;
  const voidWindow = adapter.voidRefusalReason(outcome.messages) === "WINDOW_CLOSED";
  return { ...said(outcome), void: { isVoided }, voidWindow };
};

const track: Reader = async (adapter, { ask }) => {
  const outcome = await adapter.track(account, ask?.number ?? "1Z12345E8791315413", call);
  return { ...said(outcome), track: outcome.kind === "ANSWERED" ? outcome.value : null };
};

const locate: Reader = async (adapter) => {
  const query = { accessPointId: "U12345678", countryCode: "US" };
  const outcome: Outcome<FoundLocations> = await adapter.locations.find(account, query, call);
  return { ...said(outcome), locator: outcome.kind === "ANSWERED" ? { n: outcome.value.locations.length } : null };
};

const validate: Reader = async (adapter) => {
  const outcome = await adapter.addressValidation.validate(account, anAddress("newYork"), call);
  return { ...said(outcome), addressValidation: outcome.kind === "ANSWERED" ? outcome.value : null };
};

interface Product {
  /** Of the files' names. */
  named: RegExp;
  read: Reader;
  /** What of `expect` it tells. */
  words: string[];
}

const products: Product[] = [
  { named: /-rate-/, read: rate, words: ["services", "rateReason"] },
  { named: /-ship-/, read: ship, words: ["ship"] },
  { named: /-recovery-/, read: recover, words: ["recovery", "recoveryMeans"] },
  { named: /-void-/, read: voided, words: ["void", "voidWindow"] },
  { named: /-track-/, read: track, words: ["track"] },
  { named: /-locator-/, read: locate, words: ["locator"] },
  { named: /-(av|xav|address)/, read: validate, words: ["addressValidation"] },
];

const wordsOfAll = ["classify", "errors", "messages"];
const productOf = ({ file }: RecordedAnswer) => products.find(({ named }) => named.test(file)) ?? null;

/** What of an answer's `expect` nobody here reads; empty: it can be judged. */
export function unreadWords(answer: RecordedAnswer): string[] {
  const words = [...wordsOfAll, ...(productOf(answer)?.words ?? [])];
  return Object.keys(answer.expect).filter((word) => !words.includes(word));
}

/** The adapter's reading of an answer. */
export async function readAnswer(adapter: UpsAdapter, answer: RecordedAnswer): Promise<Reading> {
  return { ...verdictOn(answer), ...(await productOf(answer)?.read(adapter, answer)) };
}

/** What the HTTP answer alone means, before anybody knows what was asked. */
function verdictOn({ http: { status, headers = {} }, body }: RecordedAnswer): Reading {
  const errorInHeaders = parseErrorHeaders((name) => headers[name] ?? null);
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const rest = { retryAfter: null, carrierTransactionId: null };
  const verdict = classify({ kind: "ANSWER", status, errorInHeaders, body: bytes, ...rest }, new Date());
  return { classify: verdict.kind, errors: "errors" in verdict ? codesOf(verdict.errors) : [] };
}

const said = (outcome: AnyOutcome): Reading => ({ messages: codesOf(outcome.messages) });

const codesOf = (messages: { code: string }[]) => messages.map(({ code }) => code);
const amount = (money: Money | null) => money && `${money.amount} ${money.currencyCode}`;

function rated(service: RatedService): Reading {
  const { total, published, negotiated, charges, billableWeight, ...rest } = service;
  const sums: Record<string, string> = {};
  for (const { kind, amount } of charges) sums[kind] = (Number(sums[kind] ?? 0) + Number(amount.amount)).toFixed(2);
  const weight = billableWeight && `${billableWeight.value} ${billableWeight.unit}`;
  const prices = { total: amount(total), published: amount(published), negotiated: amount(negotiated) };
  return { ...rest, ...prices, sums, billableWeight: weight };
}

function shipped(shipment: ShippedShipment, signature?: string): Reading {
  return {
    id: shipment.shipmentIdentificationNumber,
    charges: amount(shipment.charges),
    packages: shipment.packages.map(({ trackingNumber, label }) => ({ trackingNumber, format: formatOf(label) })),
    documents: shipment.documents.map(({ kind, contentType }) => `${kind}/${contentType}`),
    ...(signature !== undefined && { internationalSignature: holdsBoth(shipment, signature) }),
  };
}

/** Whether a label that UPS prints a second time, for signatures, was kept beside the label itself. */
function holdsBoth(shipment: ShippedShipment, signature: string): boolean {
  const wanted = Buffer.from(signature, "base64").toString("latin1");
  const kept = buffersIn(shipment).map((bytes) => bytes.toString("latin1"));
  return kept.join("\n").split(wanted).length - 1 > shipment.packages.length;
}

function buffersIn(value: unknown): Buffer[] {
  if (Buffer.isBuffer(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(buffersIn) : [];
}

const formatOf = (label: LabelFile | null) => label?.format ?? null;
