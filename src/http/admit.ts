import type { IncomingMessage } from "node:http";
import type { Admission } from "../admission/admission.js";
import { asRequest } from "../admission/work.js";
import { AppError } from "../errors.js";
import type { Handler, Reply } from "./reply.js";

type Refuse = (request: IncomingMessage, error: AppError) => Reply;

/** The handler behind the admission: what cannot be let in gets the reply of `refuse` before its body is read. */
export function admitted(admission: Admission, handler: Handler, refuse: Refuse): Handler {
  return async (request, url) => {
    const entered = await admission.enter(() => request.socket.destroyed).catch((error: unknown) => refused(error));
    if (entered instanceof AppError) return refuse(request, entered);
    const { place, forget } = entered;
    try {
      const reply = await asRequest(place, () => handler(request, url));
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
