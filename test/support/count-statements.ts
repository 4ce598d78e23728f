import { Client } from "pg";

/** What every transaction sends around its work. */
const isFrame = (text: string) => /^(begin|commit|rollback)\b|^select set_config\('role'/.test(text);

/** Notes the statements that this process sends to PostgreSQL, without those that frame a transaction. */
export function watchStatements() {
  const query = jest.spyOn(Client.prototype, "query");
  const texts = () =>
    query.mock.calls
      .map(([statement]: unknown[]) =>
        typeof statement === "string" ? statement : (statement as { text: string }).text,
      )
      .filter((text) => !isFrame(text));
  return { texts, stop: () => query.mockRestore() };
}

/** The statements sent to PostgreSQL by this process while `work` runs, without those that frame a transaction. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const { texts, stop } = watchStatements();
  try {
    await work();
    return texts();
  } finally {
    stop();
  }
}
