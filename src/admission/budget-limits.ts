import { AppError } from "../errors.js";

/** What a request spends, each in the unit that its name ends with. */
export const budgetResources = [
  "ROWS",
  "READ_BYTES",
  "ANSWER_BYTES",
  "CARRIER_CALLS",
  "PROCESSOR_MILLISECONDS",
  "CONNECTION_MILLISECONDS",
] as const;
export type BudgetResource = (typeof budgetResources)[number];

/** The most that one request may spend, and how many of the database's connections it may hold at the same time. */
export type BudgetLimits = Record<BudgetResource, number> & { CONNECTIONS: number };

/** Far above what the examples and the largest purchase need: 200 packages of a hundred kinds of goods each. */
export const defaultBudgetLimits: BudgetLimits = {
  ROWS: 50_000,
  READ_BYTES: 64 * 1_048_576,
  ANSWER_BYTES: 10 * 1_048_576,
  CARRIER_CALLS: 50,
  PROCESSOR_MILLISECONDS: 3_000,
  CONNECTION_MILLISECONDS: 30_000,
  CONNECTIONS: 3,
};

const smaller = "Ask for smaller pages or fewer lists at once.";

const words: Record<BudgetResource, [what: string, advice: string]> = {
  ROWS: ["rows of the database", smaller],
  READ_BYTES: ["bytes read from the database", smaller],
  ANSWER_BYTES: ["bytes of answer", `${smaller} Fetch files by their links.`],
  CARRIER_CALLS: ["calls to the carrier", "Ask the carrier in several requests."],
  PROCESSOR_MILLISECONDS: ["milliseconds of processor time", smaller],
  CONNECTION_MILLISECONDS: ["milliseconds of database connections", "Ask for fewer counts and lists at once."],
};

/** What the client is told: which resource, how much of it there is, and what to do. */
export function budgetExceeded(resource: BudgetResource, limit: number): AppError {
  const [what, advice] = words[resource];
  const message = `The request needs more than ${limit.toLocaleString("en")} ${what}, which is the most for one. ${advice}`;
  return new AppError("REQUEST_BUDGET_EXCEEDED", message, { exceeded: { resource, limit } });
}
