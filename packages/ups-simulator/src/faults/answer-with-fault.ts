import type { ServerResponse } from "node:http";
import { type Answer, errorAnswer } from "../answer.js";
import {
  resetConnection,
  sendAnswer,
  sendHeaderRefusal,
  sendHtml,
  sendHugeBody,
  sendPartOfAnswer,
} from "../server/send-answer.js";
import type { DeferredWork } from "./deferred-work.js";
import type { Fault } from "./fault.js";
import type { HeldRequests } from "./held-requests.js";
import { withOtherLabels } from "./other-labels.js";

/** What a fault needs of its surroundings. `process` does the request's work as of an instant. */
export interface FaultScene {
  response: ServerResponse;
  now: Date;
  deferred: DeferredWork;
  held: HeldRequests;
  process(at: Date): Promise<Answer>;
}

/** Answers a request, or leaves it unanswered, the way the fault says. */
export async function answerWithFault(fault: Fault, scene: FaultScene): Promise<void> {
  const { response, now, deferred, held, process } = scene;
  switch (fault.kind) {
    case "HANG":
      return hang(response, fault.seconds);
    case "RESET_BEFORE":
      return resetConnection(response);
    case "LOSE_ANSWER":
      await process(now);
      return resetConnection(response);
    case "HALF_BODY":
      return sendPartOfAnswer(response, await process(now), fault.fraction ?? 0.5);
    case "BOOK_LATE": {
      const due = new Date(now.getTime() + fault.afterSeconds * 1000);
      return deferred.add(due, () => process(due));
    }
    case "RATE_LIMIT":
      return sendAnswer(response, tooManyRequests(fault.retryAfter));
    case "STATUS":
      if (fault.afterProcessing) await process(now);
      return sendAnswer(response, withRetryAfter(serverError(fault.status), fault.retryAfter));
    case "HTML":
      if (fault.afterProcessing) await process(now);
      return sendHtml(response, fault.status ?? 200);
    case "DELAY":
      await seconds(fault.seconds);
      return sendAnswer(response, await process(now));
    case "HOLD":
      await held.hold();
      return sendAnswer(response, await process(now));
    case "REDIRECT":
      return sendAnswer(response, { ...errorAnswer(308, "308", "Moved"), headers: { location: fault.location } });
    case "HUGE_BODY":
      return sendHugeBody(response, fault.megabytes);
    case "REFUSE":
      if (fault.afterProcessing) await process(now);
      return sendAnswer(
        response,
        errorAnswer(fault.status ?? 400, fault.code, `Refused with ${fault.code} on request.`),
      );
    case "HEADER_REFUSAL":
      return sendHeaderRefusal(response, fault.code ?? "120120", fault.status ?? 200, fault.body ?? "NONE");
    case "UNAUTHORIZED":
      return sendAnswer(response, errorAnswer(401, "250002", "Invalid Authentication Information."));
    case "LABEL":
      return sendAnswer(response, await withOtherLabels(await process(now), fault.image, fault.named));
    case "RECOVERY_LAG":
    case "SHAPE":
    case "NULLS":
      throw new Error(`${fault.kind} is a setting and does not answer requests`);
  }
}

function hang(response: ServerResponse, limitSeconds?: number): void {
  if (limitSeconds === undefined) return;
  const timer = setTimeout(() => response.socket?.destroy(), limitSeconds * 1000);
  response.once("close", () => clearTimeout(timer));
}

export function tooManyRequests(retryAfter?: string): Answer {
  return withRetryAfter(errorAnswer(429, "10429", "Too Many Requests"), retryAfter);
}

function serverError(status: number): Answer {
  return errorAnswer(status, "10004", "Something went wrong. Please try again later.");
}

function withRetryAfter(answer: Answer, retryAfter?: string): Answer {
  return retryAfter === undefined ? answer : { ...answer, headers: { "retry-after": retryAfter } };
}

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}
