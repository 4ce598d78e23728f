import type { IncomingMessage } from "node:http";
import type { Admission } from "../admission/admission.js";
import type { Party } from "../admission/party.js";
import { asRequest } from "../admission/work.js";
import { AppError } from "../errors.js";
import type { Handler, Reply } from "./reply.js";

interface Guarded {
  handler: Handler;
  /** Whose shares the request takes. Found out first, from its head alone. */
  partyOf(request: IncomingMessage, url: URL): Promise<Party>;
  refuse(request: IncomingMessage, error: AppError): Reply;
}

/** The handler behind the admission: what cannot be let in gets the reply of `refuse` before its body is read. */
export function admitted(admission: Admission, { handler, partyOf, refuse }: Guarded): Handler {
  const enter = async (request: IncomingMessage, url: URL) => {
    const party = await admission.identify(() => partyOf(request, url));
    return { party, ...(await admission.enter(party, () => request.socket.destroyed)) };
  };
  return async (request, url) => {
    const entered = await enter(request, url).catch((error: unknown) => refused(error));
    if (entered instanceof AppError) return refuse(request, entered);
    const { party, place, forget } = entered;
    try {
      const reply = await asRequest(place, party.kind, () => handler(request, url));
      const onSent = () => {
        forget();
        reply.onSent?.();
      };
      return { ...reply, onSent };
    } catch (error) {
      forget();
      throw error;
    } finally {
      place.leave();
    }
  };
}

function refused(error: unknown): AppError {
  if (error instanceof AppError && error.code === "OVERLOADED") return error;
  throw error;
}
