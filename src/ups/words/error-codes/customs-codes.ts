import { codesFrom, type Row } from "./error-code.js";
import { upsGuide } from "./evidence.js";

const items = "customs.items";

const shipment: Row[] = [
  ["120016", "NOTICE", "An invoice goes with the package"],
  ["120017", "NOTICE", "Over 6,000 euro an EUR.1 form goes with the package"],
  ["120018", "CUSTOMS", "UPS could not read its form"],
  ["120059", "NOTICE", "A CN22 form is needed"],
  ["120502", "CUSTOMS", "Total of the invoice must be over zero", items],
  ["120503", "CUSTOMS", "Description of the goods is too long", items],
  ["120504", "CUSTOMS", "No total of the invoice for this shipment", items],
  ["120512", "CUSTOMS", "Description of the goods missing", items],
  ["120526", "CUSTOMS", "Total of the invoice has more than 8 characters", items],
  ["120539", "CUSTOMS", "Total of the invoice must be a whole number", items],
  ["120545", "CUSTOMS", "No description of the goods for this shipment", items],
  ["120759", "CUSTOMS", "Movement reference number not valid"],
  ["120760", "CUSTOMS", "Movement reference number not valid"],
  ["120761", "CUSTOMS", "Movement reference number not valid"],
  ["121330", "CUSTOMS", "Certificate of origin does not go with another option"],
  ["121335", "CUSTOMS", "Certificate of origin does not go with this service"],
  ["121345", "CUSTOMS", "Export declaration does not go with another option"],
  ["121350", "CUSTOMS", "Export declaration does not go with this service"],
  ["121523", "CUSTOMS", "Mark of goods in free circulation not valid"],
];

const products: Row[] = [
  ["128039", "CUSTOMS", "More products than the form takes", items],
  ["128043", "CUSTOMS", "Number of pieces missing or not valid", items],
  ["128044", "CUSTOMS", "Unit of the pieces missing or not valid", items],
  ["128045", "CUSTOMS", "Other unit without its name", items],
  ["128046", "CUSTOMS", "Value of a piece missing or not valid", items],
  ["128047", "CUSTOMS", "Part number not valid", items],
  ["128048", "CUSTOMS", "Harmonised System code not valid", items],
  ["128049", "CUSTOMS", "Country of origin missing or not valid", items],
  ["128053", "CUSTOMS", "Preference criterion missing or not valid", items],
  ["128056", "CUSTOMS", "Unit of a product's weight missing or not valid", items],
  ["128057", "CUSTOMS", "Weight of a product missing or not valid", items],
  ["128059", "CUSTOMS", "Schedule B number missing or not valid", items],
  ["128060", "CUSTOMS", "Schedule B quantity not valid", items],
  ["128061", "CUSTOMS", "Schedule B unit missing or not valid", items],
  ["128062", "CUSTOMS", "Schedule B quantity missing", items],
  ["128063", "CUSTOMS", "Kind of export missing or not valid", items],
  ["128064", "CUSTOMS", "Total for the export declaration missing or not valid", items],
  ["128111", "CUSTOMS", "Harmonised System code missing", items],
  ["128113", "CUSTOMS", "Description of a product missing or not valid", items],
  ["128119", "CUSTOMS", "Packages of a commodity missing or not valid", items],
  ["128218", "CUSTOMS", "An invoice without a product", items],
  ["128222", "CUSTOMS", "More products than the form takes", items],
  ["128224", "CUSTOMS", "Currency of a product missing or not valid", items],
];

const terms: Row[] = [
  ["128001", "CUSTOMS", "Kind of form missing or not valid"],
  ["128065", "CUSTOMS", "Invoice number not valid", "customs.invoiceNumber"],
  ["128066", "CUSTOMS", "Invoice date missing or not valid", "customs.invoiceDate"],
  ["128067", "CUSTOMS", "Purchase order number not valid"],
  ["128068", "CUSTOMS", "Terms of delivery not valid", "customs.incoterm"],
  ["128069", "CUSTOMS", "Reason for export missing or not valid", "customs.reasonForExport"],
  ["128070", "CUSTOMS", "Comments too long or not valid", "customs.comments"],
  ["128071", "CUSTOMS", "Declaration too long or not valid", "customs.declarationStatement"],
  ["128072", "CUSTOMS", "Discount not valid, or over the goods' value", "customs.discount"],
  ["128073", "CUSTOMS", "Freight charges not valid", "customs.freightCharges"],
  ["128074", "CUSTOMS", "Other charges not valid", "customs.otherCharges"],
  ["128075", "CUSTOMS", "Other charges without their name", "customs.otherCharges"],
  ["128112", "CUSTOMS", "Insurance not valid", "customs.insuranceCharges"],
  ["128114", "CUSTOMS", "Currency missing or not valid", "customs.currencyCode"],
  ["128225", "CUSTOMS", "Total of the invoice missing or not valid", items],
];

const buyer: Row[] = [
  ["128094", "CUSTOMS", "The form needs to know who bought the goods", "customs.soldTo"],
  ["128095", "CUSTOMS", "Buyer: company missing or not valid", "customs.soldTo.company"],
  ["128096", "CUSTOMS", "Buyer: first address line missing or not valid", "customs.soldTo.lines"],
  ["128097", "CUSTOMS", "Buyer: second address line not valid", "customs.soldTo.lines"],
  ["128098", "CUSTOMS", "Buyer: third address line not valid", "customs.soldTo.lines"],
  ["128099", "CUSTOMS", "Buyer: city missing or not valid", "customs.soldTo.city"],
  ["128100", "CUSTOMS", "Buyer: state or province not valid", "customs.soldTo.region"],
  ["128101", "CUSTOMS", "Buyer: postal code not valid", "customs.soldTo.postalCode"],
  ["128102", "CUSTOMS", "Buyer: country missing or not valid", "customs.soldTo.countryCode"],
  ["128109", "CUSTOMS", "Buyer: contact name missing or not valid", "customs.soldTo.name"],
  ["128110", "CUSTOMS", "Kind of buyer not valid"],
  ["128115", "CUSTOMS", "Buyer: phone missing or not valid", "customs.soldTo.phone"],
  ["128116", "CUSTOMS", "Buyer: tax number not valid", "customs.soldTo.taxId"],
  ["128117", "CUSTOMS", "Shipper: tax number missing or not valid"],
  ["128125", "CUSTOMS", "Sender: tax number missing or not valid", "shipFrom.taxId"],
  ["128212", "CUSTOMS", "Recipient: tax number missing or not valid", "shipTo.taxId"],
];

const licences: Row[] = [
  ["128078", "CUSTOMS", "Day of export missing or not valid"],
  ["128089", "CUSTOMS", "Export licence number not valid"],
  ["128090", "CUSTOMS", "Export licence date missing or not valid"],
  ["128091", "CUSTOMS", "Licence exception not valid"],
  ["128092", "CUSTOMS", "Neither an export licence nor an exception"],
  ["128093", "CUSTOMS", "Export control number not valid"],
  ["128118", "CUSTOMS", "Licence and exception given together, or each by half"],
  ["128126", "CUSTOMS", "Way of filing the export missing or not valid"],
];

const forms: Row[] = [
  ["128103", "CUSTOMS", "This form does not exist from this origin"],
  ["128104", "CUSTOMS", "This form does not suit where the goods are from"],
  ["128105", "CUSTOMS", "This form does not exist on this lane"],
  ["128120", "CUSTOMS", "Inside one country there is no such form"],
  ["128201", "CUSTOMS", "Kind of form missing, or not of returns"],
  ["128202", "CUSTOMS", "No forms for letters and documents"],
  ["128205", "CUSTOMS", "One form asked for twice"],
  ["128210", "CUSTOMS", "Part of an invoice and the whole of it exclude each other"],
  ["128211", "CUSTOMS", "E-mail address not valid"],
  ["128223", "CUSTOMS", "Number of an uploaded document missing or not valid"],
  ["128226", "CUSTOMS", "More than 13 forms"],
  ["128233", "CUSTOMS", "Uploaded documents over 5 MB together"],
  ["128237", "CUSTOMS", "Nothing under this number of forms"],
  ["128238", "CUSTOMS", "No file under this number of a document"],
  ["128239", "CUSTOMS", "More than 13 uploaded documents"],
  ["128240", "CUSTOMS", "Uploaded document missing or not valid"],
  ["128241", "CUSTOMS", "One invoice for a shipment"],
];

/** What customs are told, and on which forms. */
export const customsCodes = codesFrom(upsGuide, [...shipment, ...products, ...terms, ...buyer, ...licences, ...forms]);
