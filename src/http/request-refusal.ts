/** The request itself is at fault, before GraphQL looks at it. The message is told to the client. */
export class RequestRefusal extends Error {
  constructor(
    readonly status: 400 | 406 | 408 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}
