import { makeDue, sql } from "../support/purchases.js";
import { withUps } from "../support/seed.js";
import type { TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";
import type { CarrierCall, CarrierTap } from "./carrier-tap.js";
import type { DocumentStep, RecordedCase } from "./case-file.js";
import { type Answer, MissingValue, replaceStandIns } from "./stand-ins.js";

/** What predicates judge: an answer for each step, null for a rule or for what could not be asked; and what UPS was sent. */
export interface Replayed {
  answers: Answer[];
  sent: CarrierCall[];
}

export type RightBehaviour = (replayed: Replayed) => void;

/** Runs the steps in their order. */
export async function replay(service: TestService, tap: CarrierTap, recorded: RecordedCase): Promise<Replayed> {
  await openAccounts(service, recorded);
  tap.reset();
  const answers: Answer[] = [];
  for (const step of recorded.input.steps) {
    const [replaced] = (await replaceStandIns(service, [step], answers).catch(unlessMissing)) as [typeof step | null];
    if (replaced && "tap" in replaced) tap.add(replaced.tap);
    answers.push(replaced && "document" in replaced ? await ask(service, replaced) : null);
  }
  return { answers, sent: [...tap.sent] };
}

/** Before any rule is set: opening an account asks UPS as well. */
async function openAccounts(service: TestService, recorded: RecordedCase): Promise<void> {
  const named = JSON.stringify(recorded).match(/@account:\w+/g) ?? [];
  for (const text of new Set(named)) await replaceStandIns(service, text, []);
}

function unlessMissing(error: unknown): [null] {
  if (error instanceof MissingValue) return [null];
  throw error;
}

async function ask(service: TestService, step: DocumentStep): Promise<Answer> {
  if (step.poll) await letTimePass(service);
  return { data: await service.run(inTodaysWords(step.document), inTodaysVariables(step.variables)) };
}

/** What the worker does while a client polls for hours: looks soon, and again once nothing can be under way any more. */
async function letTimePass(service: TestService): Promise<void> {
  for (const seconds of [0, 7_200, 7_200]) {
    await sql(service, "update label_purchase set started_at = started_at - make_interval(secs => $1)", [seconds]);
    await makeDue(service);
    await sweepDuePurchases(service.deps);
  }
}

/** The cases name the graph as it was when they were written. */
function inTodaysWords(document: string): string {
  return document
    .replace(/\bclassification\b/g, "residentialStatus")
    .replace("CarrierAccountIdInput!){activate", "ActivateCarrierAccountInput!){activate");
}

function inTodaysVariables(variables: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(variables).map(([name, value]) => {
    const isAccount = typeof value === "object" && value !== null && "clientSecret" in value;
    if (!isAccount) return [name, value];
    const { carrierCode: _, ...input } = value as Record<string, unknown>;
    return [name, withUps(input)];
  });
  return Object.fromEntries(entries);
}
