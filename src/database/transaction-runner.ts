import type { PoolClient, QueryResult } from "pg";
import type { DataSource, EntityManager } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner.js";
import { currentBudget } from "../admission/work.js";
import { inSpan } from "../telemetry/spans.js";
import { countedQuery } from "./counted-query.js";
import { withoutRowValues } from "./failures.js";
import { statementName } from "./statement-name.js";
import type { StatementNames } from "./statement-names.js";
import { unstorableAmong } from "./unstorable-values.js";

const attributes = { "db.system.name": "postgresql" };

/**
 * A connection for the length of one transaction. Once closed it sends nothing more: a statement that nobody waited
 * for could otherwise reach the connection's next borrower, inside another tenant's transaction.
 */
export class TransactionSession {
  #isOpen = true;

  constructor(
    private readonly client: PoolClient,
    private readonly names: StatementNames | null,
  ) {}

  query(text: string, values?: unknown[]): Promise<QueryResult> {
    if (!this.#isOpen) return Promise.reject(new Error("The transaction of this manager has ended."));
    const unstorable = unstorableAmong(values ?? []);
    if (unstorable !== null) return Promise.reject(unstorable);
    // Only a statement with values is surely a single one, and a text of several cannot be prepared.
    const name = values?.length ? this.names?.find(text) : undefined;
    const config = { text, values, name };
    const budget = currentBudget();
    return inSpan(statementName(text), { kind: "CLIENT", attributes }, () =>
      budget === null ? this.client.query(config) : countedQuery(this.client, config, budget),
    );
  }

  close(): void {
    this.#isOpen = false;
  }
}

/** TypeORM's query runner over a transaction that is already open, whose end is not TypeORM's business. */
class TransactionRunner extends PostgresQueryRunner {
  constructor(
    driver: PostgresDriver,
    private readonly session: TransactionSession,
  ) {
    super(driver, "master");
    this.isTransactionActive = true;
    this.transactionDepth = 1;
  }

  override connect(): Promise<TransactionSession> {
    return Promise.resolve(this.session);
  }

  override async query(...args: Parameters<PostgresQueryRunner["query"]>): ReturnType<PostgresQueryRunner["query"]> {
    try {
      return await super.query(...args);
    } catch (error) {
      throw withoutRowValues(error);
    }
  }
}

/** The manager whose every statement goes through the session. */
export function createManager(dataSource: DataSource, session: TransactionSession): EntityManager {
  return dataSource.createEntityManager(new TransactionRunner(dataSource.driver as PostgresDriver, session));
}
