// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
export type Data = any;

interface GraphQLAnswer {
  data?: Data;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** An answer without data. */
export class ErrorAnswer extends Error {
  constructor(
    readonly code: string,
    message: string | undefined,
  ) {
    super(`${code}: ${message}`);
  }
}

/** The data of one request to one server. Throws `ErrorAnswer`, or what went wrong on the way. */
export async function askServer(
  url: string,
  token: string,
  query: string,
  variables: object,
  signal: AbortSignal,
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const { data, errors } = (await response.json()) as GraphQLAnswer;
  const [error] = errors ?? [];
  if (!error && data) return data;
  throw new ErrorAnswer(error?.extensions?.code ?? "NO_DATA", error?.message);
}
