import { Decimal } from "decimal.js";
import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem, Money } from "../../carrier/values.js";
import { checkAddress } from "../addresses/check-address.js";
import { laneOf } from "../words/lanes.js";
import { isSendable, sendableInWords } from "../words/money.js";
import { countryOf } from "../words/places/place.js";
import { checkText, type Path, problem, required, when } from "../words/problems.js";
import { checkItem } from "./check-declared-item.js";
import { checkTaxNumbers } from "./check-tax-numbers.js";
import { invoiceComments } from "./invoice-comments.js";
import { incoterms, invoiceLimits } from "./invoice-limits.js";
import { lineTotal } from "./product-lines.js";

/** What UPS needs for a commercial invoice that customs accept, and what it takes. Paths lie under `customs`. */
export function checkDeclaration(details: ShipmentDetails, customs: CustomsDeclaration): FieldProblem[] {
  return [
    ...checkTerms(details, customs),
    ...checkSoldTo(details, customs),
    ...checkItemCount(customs),
    ...customs.items.flatMap((item, index) => checkItem(item, customs.currencyCode, ["customs", "items", index])),
    ...checkCharges(customs),
    ...checkTaxNumbers(customs, laneOf(details)),
  ];
}

const ddpIsPaid = "With DDP the recipient pays no duties: options.dutiesPayer SENDER or THIRD_PARTY";

function checkTerms({ options }: ShipmentDetails, customs: CustomsDeclaration): FieldProblem[] {
  const { reasonForExport, incoterm, invoiceNumber, declarationStatement } = customs;
  const at = (part: string) => ["customs", part];
  const isUnknown = incoterm !== null && !incoterms.includes(incoterm);
  const isUnpaid = incoterm === "DDP" && (options.dutiesPayer ?? "RECIPIENT") === "RECIPIENT";
  return [
    ...when(!reasonForExport.trim(), required(at("reasonForExport"), "Customs want to know why it is exported")),
    ...checkText(reasonForExport, invoiceLimits.reason, at("reasonForExport")),
    ...when(isUnknown, problem("INVALID", at("incoterm"), `UPS takes one of ${incoterms.join(", ")}`)),
    ...when(isUnpaid, problem("OPTION_NOT_ALLOWED", at("incoterm"), ddpIsPaid)),
    ...checkText(invoiceNumber, invoiceLimits.invoiceNumber, at("invoiceNumber")),
    ...checkText(invoiceComments(customs), invoiceLimits.comments, at("comments")),
    ...checkText(declarationStatement, invoiceLimits.statement, at("declarationStatement")),
  ];
}

/** Canada and the territories of the United States may be sold to from their neighbours. */
const satellites = new Set(["CA", "US", "PR", "VI", "GU", "AS", "MP"]);

function checkSoldTo(details: ShipmentDetails, { soldTo }: CustomsDeclaration): FieldProblem[] {
  if (soldTo === null) return [];
  const path = ["customs", "soldTo"];
  const [sold, shipped] = [countryOf(soldTo), countryOf(details.shipTo)];
  const isAllowed = sold === shipped || (satellites.has(sold) && satellites.has(shipped));
  const message = `UPS wants the buyer in the recipient's country, ${shipped}`;
  return [
    ...checkAddress(soldTo, "CONTACT", path),
    ...when(!isAllowed, problem("INVALID", [...path, "countryCode"], message)),
  ];
}

function checkItemCount({ items }: CustomsDeclaration): FieldProblem[] {
  const path = ["customs", "items"];
  if (items.length === 0) return [required(path, "Customs require the contents of the package")];
  const most = invoiceLimits.products;
  return when(items.length > most, problem("TOO_LONG", path, `UPS takes at most ${most} products on an invoice`));
}

function checkCharges(customs: CustomsDeclaration): FieldProblem[] {
  const goods = customs.items.reduce((sum, item) => sum.plus(lineTotal(item)), new Decimal(0));
  const { discount, otherCharges, currencyCode } = customs;
  const isDiscountTooHigh = discount !== null && new Decimal(discount.amount).greaterThan(goods);
  return [
    ...(["discount", "freightCharges", "insuranceCharges"] as const).flatMap((part) =>
      checkCharge(customs[part], currencyCode, ["customs", part]),
    ),
    ...checkOtherCharges(otherCharges, currencyCode),
    ...when(isDiscountTooHigh, problem("INVALID", ["customs", "discount"], "It exceeds the value of the goods")),
    ...when(
      goods.greaterThan(invoiceLimits.total),
      problem("INVALID", ["customs", "items"], `UPS takes at most ${invoiceLimits.total} for all goods`),
    ),
  ];
}

function checkOtherCharges(charges: CustomsDeclaration["otherCharges"], currencyCode: string): FieldProblem[] {
  if (!charges) return [];
  const path = ["customs", "otherCharges"];
  const what = [...path, "description"];
  return [
    ...checkCharge(charges.amount, currencyCode, [...path, "amount"]),
    ...when(!charges.description.trim(), required(what, "UPS requires a description of the other charges")),
    ...checkText(charges.description, invoiceLimits.otherCharges, what),
  ];
}

function checkCharge(charge: Money | null, currencyCode: string, path: Path): FieldProblem[] {
  if (charge === null) return [];
  if (charge.currencyCode !== currencyCode) {
    return [problem("INVALID", [...path, "currencyCode"], `An invoice has one currency, this one ${currencyCode}`)];
  }
  const isTaken = isSendable(charge) && charge.amount.length <= invoiceLimits.chargeLength;
  const wanted = sendableInWords(currencyCode);
  return when(!isTaken, problem("INVALID", [...path, "amount"], `UPS takes ${wanted}, from zero`));
}
