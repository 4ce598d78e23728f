import { Query, type QueryConfig, type QueryResult } from "pg";
import type { RequestBudget } from "../admission/request-budget.js";

type Answered = (error: unknown, result: QueryResult) => void;

interface DataRow {
  /** Of the message, in bytes. */
  length: number;
}

/** The driver's own statement, which is told of each row as it arrives, and its types do not say so. */
const DriverQuery = Query as unknown as new (
  config: QueryConfig & { callback: Answered },
) => { handleDataRow(message: DataRow): void };

/** A statement whose rows and bytes are counted as they arrive: what is above the budget is not kept. */
class CountedQuery extends DriverQuery {
  constructor(
    config: QueryConfig,
    private readonly budget: RequestBudget,
    done: Answered,
  ) {
    const refusal = () => this.#refusal;
    super({ ...config, callback: (error, result) => done(refusal() ?? error, result) });
  }

  #refusal: unknown = null;

  override handleDataRow(message: DataRow): void {
    if (this.#refusal !== null) return;
    try {
      this.budget.spendRow(message.length);
    } catch (error) {
      this.#refusal = error;
      return;
    }
    super.handleDataRow(message);
  }
}

/** Sends the statement. Throws REQUEST_BUDGET_EXCEEDED for one that gives more rows, or bytes, than there is budget for. */
export function countedQuery(
  client: { query(query: never): unknown },
  config: QueryConfig,
  budget: RequestBudget,
): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const done: Answered = (error, result) => (error ? reject(error) : resolve(result));
    // What stands around the driver's method answers with a promise, as that does elsewhere.
    Promise.resolve(client.query(new CountedQuery(config, budget, done) as never)).catch(reject);
  });
}
