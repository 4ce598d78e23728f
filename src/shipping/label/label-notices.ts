import type { LabelFormat } from "../../carrier/shipping.js";
import type { CarrierMessage, OwnMessageCode } from "../../entities/values/carrier-message.js";
import type { LabelFlaw, PreparedLabel } from "./prepare-labels.js";

/** What a person must know of labels that are not what was ordered: one message for each kind of flaw. */
export function labelNotices(
  labels: (PreparedLabel | null)[],
  wanted: LabelFormat,
  carrierName: string,
): CarrierMessage[] {
  return (Object.keys(codes) as LabelFlaw[]).flatMap((flaw) => {
    const flawed = labels.flatMap((label, index) => (label?.flaw === flaw ? [{ ...label, number: index + 1 }] : []));
    const [first] = flawed;
    if (first === undefined) return [];
    const which = flawed.map(({ number }) => number).join(", ");
    const text = texts[flaw](`the label of package ${which}`, first, { wanted, carrierName });
    return [{ carrierErrorCode: codes[flaw], severity: "WARNING" as const, text }];
  });
}

const codes: Record<LabelFlaw, OwnMessageCode> = {
  UNREADABLE: "LABEL_UNREADABLE",
  SIZE_UNKNOWN: "LABEL_SIZE_UNKNOWN",
  OTHER_SIZE: "LABEL_SIZE_DIFFERS",
  OTHER_FORMAT: "LABEL_FORMAT_DIFFERS",
};

type Say = (what: string, label: PreparedLabel, order: { wanted: LabelFormat; carrierName: string }) => string;

const again = "It is kept, and asked for again; recoverLabel asks at once.";

const texts: Record<LabelFlaw, Say> = {
  UNREADABLE: (what, { carrier }, { carrierName }) =>
    carrier.bytes.length === 0
      ? `${carrierName} sent no image of ${what}. It is asked for again; recoverLabel asks at once.`
      : `What ${carrierName} sent as ${what} cannot be printed as one. ${again}`,
  SIZE_UNKNOWN: (what, _, { carrierName }) =>
    `${carrierName}'s image of ${what} has not the proportions of a label: its barcodes may not read. ${again}`,
  OTHER_SIZE: (what, { size }, { carrierName }) =>
    `${carrierName} made ${what} ${size.widthInches} x ${size.heightInches} inches, not 4 x 6: print it on paper as large.`,
  OTHER_FORMAT: (what, { carrier }, { wanted, carrierName }) =>
    `${carrierName} sent ${what} as ${carrier.format}, not as ${wanted}.`,
};
