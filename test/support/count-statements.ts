import { Client } from "pg";

/** What every transaction sends around its work. */
const isFrame = (text: string) => /^(begin|commit|rollback)\b|^select set_config\('role'/.test(text);

/** The statements sent to PostgreSQL by this process while `work` runs, without those that frame a transaction. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(Client.prototype, "query");
  try {
    await work();
    const texts = query.mock.calls.map(([statement]: unknown[]) =>
      typeof statement === "string" ? statement : (statement as { text: string }).text,
    );
    return texts.filter((text) => !isFrame(text));
  } finally {
    query.mockRestore();
  }
}
