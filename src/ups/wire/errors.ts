import { z } from "zod";
import type { CarrierMessage } from "../../carrier/values.js";
import { cleanText, listOf, maybe, text } from "../words/shapes.js";

const restError = z.object({
  code: text.optional(),
  message: text.optional(),
  errorCode: text.optional(),
  errorMessage: text.optional(),
});
const legacyDetail = z.object({ PrimaryErrorCode: maybe(z.object({ Code: text, Description: text.optional() })) });
const errorBody = z.object({
  response: maybe(z.object({ errors: listOf(restError) })),
  errors: listOf(restError),
  Response: maybe(z.object({ Error: listOf(z.object({ ErrorCode: text, ErrorDescription: text.optional() })) })),
  Fault: maybe(
    z.object({ detail: maybe(z.object({ Errors: maybe(z.object({ ErrorDetail: listOf(legacyDetail) })) })) }),
  ),
});

/** The errors of a body in any of the shapes UPS uses; empty when it holds none. Codes are compared, texts never. */
export function parseErrors(json: unknown): CarrierMessage[] {
  const parsed = errorBody.safeParse(json);
  if (!parsed.success) return [];
  const { response, errors, Response, Fault } = parsed.data;
  return [
    ...[...(response?.errors ?? []), ...errors].map((error) =>
      errorMessage(error.code ?? error.errorCode, error.message ?? error.errorMessage),
    ),
    ...(Response?.Error ?? []).map((error) => errorMessage(error.ErrorCode, error.ErrorDescription)),
    ...(Fault?.detail?.Errors?.ErrorDetail ?? []).map((detail) =>
      errorMessage(detail.PrimaryErrorCode?.Code, detail.PrimaryErrorCode?.Description),
    ),
  ];
}

/** The error that some answers carry in their headers, a refusal of Ship without a body among them; null: none. */
export function parseErrorHeaders(headerOf: (name: string) => string | null): CarrierMessage | null {
  const code = headerOf("errorcode") || headerOf("apierrorcode");
  if (!code) return null;
  return errorMessage(cleanText(code), cleanText(headerOf("errordescription") || headerOf("apierrormsg") || ""));
}

function errorMessage(code: string | undefined, description: string | undefined): CarrierMessage {
  return { code: code ?? "", severity: "ERROR", text: description ?? "" };
}
