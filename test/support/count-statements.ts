import { Client } from "pg";

/** What every transaction sends around its work. */
const isFrame = (text: string) => /^(begin|commit|rollback)\b|^select set_config\('role'/.test(text);

/** Notes the statements that this process sends to PostgreSQL, without those that frame a transaction. */
export function watchStatements() {
  const query = jest.spyOn(Client.prototype, "query");
  const sent = () =>
    query.mock.calls
      .map(([statement]: unknown[]) =>
        typeof statement === "string" ? { text: statement } : (statement as { text: string; values?: unknown[] }),
      )
      .filter(({ text }) => !isFrame(text))
      .map(({ text, values = [] }) => ({ text, values }));
  const texts = () => sent().map(({ text }) => text);
  return { sent, texts, stop: () => query.mockRestore() };
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
