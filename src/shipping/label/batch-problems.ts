import type { LabelFormat } from "../../entities/values/label-enums.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import type { BatchItem } from "./batch-items.js";
import { canJoin } from "./labels-document.js";

const unprintable =
  "What the carrier sent is no label that can be printed: it is asked for again, and recoverLabel asks at once.";
const another = "recoverLabel gives it in another format.";

/** What of the found labels does not go into one file: the format asked for, else that of the first one, decides. */
export function formatProblems(
  items: BatchItem[],
  { format, includeDocuments }: { format?: LabelFormat | null; includeDocuments?: boolean | null },
): ShippingUserError[] {
  const found = items.filter(({ labels }) => labels.length > 0);
  const wanted = format ?? found[0]?.labels[0]?.format;
  if (wanted === undefined) return [];
  const problems = found.flatMap((item) => {
    if (item.labels.some((label) => !label.isPrintable)) return [userError("NOT_ALLOWED", unprintable, item.field)];
    const other = item.labels.find((label) => label.format !== wanted)?.format;
    if (other !== undefined) return [userError("NOT_ALLOWED", `It is ${other}, not ${wanted}: ${another}`, item.field)];
    if (canJoin([wanted])) return [];
    return [userError("NOT_ALLOWED", `${wanted} images do not make one document: ${another}`, item.field)];
  });
  if (!includeDocuments || wanted === "PDF") return problems;
  const message = `Documents are PDF and cannot follow labels that are ${wanted}: ask for them alone.`;
  return [...problems, userError("NOT_ALLOWED", message, ["includeDocuments"])];
}
