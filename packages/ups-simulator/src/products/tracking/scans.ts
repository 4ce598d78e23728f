export interface ScanStatus {
  type: string;
  code: string;
  statusCode: string;
  description: string;
}

const scan = (type: string, code: string, statusCode: string, description: string): ScanStatus => ({
  type,
  code,
  statusCode,
  description,
});

/** Every scan that the simulator makes, with UPS's codes and words of our own. */
export const scanStatuses = {
  label: scan("M", "MP", "003", "Shipper created a label, UPS has not received the package yet. "),
  voided: scan("MV", "VP", "007", "Shipment information voided. "),
  pickup: scan("I", "PU", "038", "Pickup Scan "),
  departure: scan("I", "DP", "005", "Departed from Facility"),
  import: scan("I", "IP", "005", "Import Scan"),
  arrival: scan("I", "AR", "005", "Arrived at Facility"),
  outForDelivery: scan("I", "OT", "021", "Out For Delivery Today"),
  delivered: scan("D", "F4", "011", "DELIVERED "),
  firstAttempt: scan("X", "48", "022", "Nobody was there: a second attempt follows on the next business day. "),
  atAccessPoint: scan("D", "2Q", "161", "Delivered to UPS Access Point "),
  collected: scan("D", "2W", "011", "Picked up at UPS Access Point "),
  refused: scan("X", "53", "064", "The receiver refused the package. "),
  returning: scan("X", "UF", "035", "Returning to Sender "),
  returned: scan("D", "UA", "034", "Returned to Sender "),
} as const;
