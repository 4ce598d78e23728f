/** Short, and in the order that the configuration insists on; no promise depends on how long they are. */
export const timings = {
  PURCHASE_ANSWER_SECONDS: "2",
  CARRIER_BUY_TIMEOUT_SECONDS: "4",
  RECONCILE_AFTER_SECONDS: "10",
  NOT_CREATED_AFTER_SECONDS: "25",
};
