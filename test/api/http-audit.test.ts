import { serverAudits } from "graphql-http";
import { startTestHttpServer } from "../support/http.js";

/**
 * GraphQL over HTTP. Warnings that Apollo Server has: the answer to a request without a query, with a wrong type of
 * `variables` or with a syntax error is 400 for clients that only know application/json, where 200 is preferred.
 */
const acceptedWarnings = ["572B", "7B9B", "FDE2"];

it("keeps the rules of GraphQL over HTTP", async () => {
  const server = await startTestHttpServer();
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as object), "apollo-require-preflight": "1" } });
  const audits = serverAudits({ url: `${server.local}/graphql`, fetchFn });
  const results = [];
  for (const audit of audits) results.push(await audit.fn());
  await server.stop();
  expect(results.length).toBeGreaterThan(50);
  const faults = results.filter(({ status }) => status !== "ok");
  expect(faults.filter(({ status }) => status === "error")).toEqual([]);
  expect(faults.map(({ id }) => id).sort()).toEqual(acceptedWarnings);
});
