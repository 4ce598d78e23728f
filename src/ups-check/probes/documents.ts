import { deletePath, paperlessHeaders, serialiseUpload, uploadPath } from "../../ups/paperless/serialise-paperless.js";
import type { Own, Probe, ProbeRequest } from "../probe.js";
import { documentNumberOf } from "../read-answers.js";

export function deletionOf({ account }: Own, number: string): ProbeRequest {
  return { method: "DELETE", path: deletePath, headers: paperlessHeaders(account, number) };
}

const upload = "a document";

export const documentProbes: Probe[] = [
  {
    name: upload,
    leaves: "DOCUMENT",
    request: ({ account }) => ({
      ...{ method: "POST", path: uploadPath, headers: paperlessHeaders(account) },
      body: serialiseUpload(account, {
        ...{ kind: "OTHER_CUSTOMS", name: "check.txt", format: "txt", bytes: Buffer.from("Sent by ups:check.\n") },
      }),
    }),
  },
  {
    name: "the document deleted",
    undoes: upload,
    request(own) {
      const number = documentNumberOf(own.answer(upload));
      return number === null ? null : deletionOf(own, number);
    },
  },
  { name: "a document that does not exist", request: (own) => deletionOf(own, "2020-01-01-00.00.00.000000") },
];
