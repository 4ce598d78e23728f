import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, errorAnswer, Refusal } from "../answer.js";
import { handleControl } from "../control/handle-control.js";
import { refuseForeignPages, refuseForeignSteering } from "../control/refuse-foreigners.js";
import { answerWithFault, tooManyRequests } from "../faults/answer-with-fault.js";
import { collapseShape } from "../faults/collapse-shape.js";
import { nullMembers } from "../faults/null-members.js";
import type { OperationName } from "../operation-name.js";
import { callingClient } from "../products/token/calling-client.js";
import type { SeenRequest } from "../request-log.js";
import type { Simulator } from "../simulator.js";
import { findOperation, processCall, type ReceivedRequest } from "./process-call.js";
import { parseBody, readBody } from "./read-body.js";
import { sendAnswer } from "./send-answer.js";

/** Answers one HTTP request: the control door, or UPS; nothing of a foreign page. What was due on the simulator's clock happens first. */
export async function handleRequest(request: IncomingMessage, response: ServerResponse, simulator: Simulator) {
  const url = new URL(request.url ?? "/", "http://simulator");
  const isControl = url.pathname.startsWith("/_control/");
  try {
    refuseForeignPages(request);
    if (isControl) refuseForeignSteering(request);
    const text = await readBody(request);
    await simulator.deferred.runDue(simulator.clock.now());
    if (isControl) {
      const body = parseBody(text, request.headers["content-type"] ?? "");
      return sendAnswer(response, await handleControl({ request, path: url.pathname, body }, simulator));
    }
    await answerUps({ request, url, text }, response, simulator);
  } catch (error) {
    if (response.headersSent || response.destroyed) return response.destroy();
    sendAnswer(response, failureAnswer(error));
  }
}

function failureAnswer(error: unknown): Answer {
  if (error instanceof Refusal) return errorAnswer(error.status, error.code, error.message);
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return errorAnswer(500, "SIMULATOR", `The simulator failed: ${message}`);
}

interface WireRequest {
  request: IncomingMessage;
  url: URL;
  text: string;
}

async function answerUps(wire: WireRequest, response: ServerResponse, simulator: Simulator): Promise<void> {
  const { request, url, text } = wire;
  const route = findOperation(request.method ?? "", url.pathname);
  const seen = logRequest(wire, "operation" in route ? route.operation.name : null, simulator);
  response.setHeader("bkndtransid", seen.backendTransactionId);
  response.once("finish", () => {
    seen.status = response.statusCode;
  });
  if (!("operation" in route)) return sendAnswer(response, route);
  if (isTooMany(request, route.operation.name, simulator)) {
    seen.fault = "THROTTLE";
    return sendAnswer(response, tooManyRequests(simulator.counts.throttle.retryAfter));
  }
  const now = simulator.clock.now();
  const received: ReceivedRequest = { ...route, url, headers: request.headers, text, receivedAt: now };
  const process = (at: Date) => shapedAnswer(received, simulator, at);
  const fault = simulator.faults.take(route.operation.name);
  if (!fault) return sendAnswer(response, await process(now));
  seen.fault = fault.kind;
  const { deferred, held } = simulator;
  await answerWithFault(fault, { response, now, deferred, held, process });
}

/** UPS counts by app, before it looks at anything else. */
function isTooMany(request: IncomingMessage, operation: OperationName, { counts, tokens }: Simulator): boolean {
  const client = callingClient(request.headers.authorization ?? "", tokens);
  return client !== null && !counts.take(client, operation);
}

/** SHAPE and NULLS change how JSON is written; SHAPE of XML-born products only: token and tracking never were XML. */
async function shapedAnswer(received: ReceivedRequest, simulator: Simulator, at: Date): Promise<Answer> {
  const answer = await processCall(received, simulator, at);
  const { name } = received.operation;
  const isXmlBorn = name !== "TOKEN" && !name.startsWith("TRACK");
  if (answer.status !== 200) return answer;
  const isCollapsed = isXmlBorn && simulator.faults.takeWriting(name, "SHAPE");
  const body = isCollapsed ? collapseShape(answer.body) : answer.body;
  return { ...answer, body: simulator.faults.takeWriting(name, "NULLS") ? nullMembers(body) : body };
}

function logRequest({ request, url, text }: WireRequest, operation: string | null, simulator: Simulator): SeenRequest {
  const header = (name: string) => request.headers[name]?.toString() ?? null;
  const seen: SeenRequest = {
    method: request.method ?? "",
    path: `${url.pathname}${url.search}`,
    operation,
    at: simulator.clock.now().toISOString(),
    transId: header("transid"),
    transactionSrc: header("transactionsrc"),
    backendTransactionId: `sim${randomBytes(10).toString("hex")}`,
    status: null,
    fault: null,
    body: readableBody(text, header("content-type") ?? ""),
  };
  simulator.requests.add(seen);
  return seen;
}

/** What cannot be parsed is not kept: nobody could say what secrets are in it. */
function readableBody(text: string, contentType: string): unknown {
  try {
    return parseBody(text, contentType) ?? null;
  } catch {
    return "[not JSON]";
  }
}
