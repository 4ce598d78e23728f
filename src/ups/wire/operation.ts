import type { CallContext, CarrierAccountAccess } from "../../carrier/account-access.js";
import type { Outcome, SpendOutcome } from "../../carrier/outcome.js";
import type { CarrierMessage } from "../../carrier/values.js";
import type { UpsCall, UpsClient } from "./client.js";
import { type CallFailure, toSpendOutcome, unavailable } from "./failures.js";

/** One of UPS's operations as facts: what is sent, what the answer says, and the answer's name in "... cannot be read". */
export interface Operation<Answer> {
  call: UpsCall;
  /** Null: the answer cannot be read. */
  parse(json: unknown): Answer | null;
  answerName: string;
  /** The answer in a refusal such as "nothing found" or "voided before"; null: it is none. */
  answerOfRefusal?(messages: CarrierMessage[]): Answer | null;
}

export type Question = (
  operation: UpsCall["operation"],
  method: UpsCall["method"],
  path: string,
  body?: object,
) => UpsCall;

/** Calls that change nothing at UPS: repeated within their time, on the connections of questions. */
export function questionsWithin(timeoutMs: number): Question {
  return (operation, method, path, body) => {
    return { operation, lane: "ASK", method, path, body: body ?? null, isRepeatable: true, timeoutMs };
  };
}

/** An operation after which nothing is owed or lost when its answer cannot be read. */
export async function ask<T>(
  client: UpsClient,
  account: CarrierAccountAccess,
  context: CallContext,
  operation: Operation<Outcome<T>>,
): Promise<Outcome<T>> {
  const answer = await perform(client, account, context, operation);
  return answer.kind === "FAILED" ? answer.failure : answer;
}

/** An operation that UPS may have acted on although its answer is lost or cannot be read. */
export async function spend<T>(
  client: UpsClient,
  account: CarrierAccountAccess,
  context: CallContext,
  operation: Operation<SpendOutcome<T>>,
): Promise<SpendOutcome<T>> {
  const answer = await perform(client, account, context, operation);
  if (answer.kind !== "FAILED") return answer;
  // Whatever else is said beside it: what was bought before is looked for, never given up.
  return operation.answerOfRefusal?.(answer.failure.messages) ?? toSpendOutcome(answer);
}

async function perform<Answer>(
  client: UpsClient,
  account: CarrierAccountAccess,
  context: CallContext,
  { call, parse, answerName, answerOfRefusal }: Operation<Answer>,
): Promise<Answer | CallFailure> {
  const result = await client.send(account, call, context);
  if (result.kind === "FAILED") {
    const { failure } = result;
    return (failure.kind === "REJECTED" && answerOfRefusal?.(failure.messages)) || result;
  }
  const failure = unavailable("PROTOCOL_ERROR", `UPS's ${answerName} cannot be read`);
  return parse(result.json) ?? { kind: "FAILED", failure, isProcessed: "MAYBE" };
}
