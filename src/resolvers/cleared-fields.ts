/** Of a payload, and of the input that it answers; see docs/federation.md. */
export const clearedFieldsText =
  "Fields that had a value before this change and are empty now, as paths in the input, for example `orderId` or `options.collectOnDelivery`. Empty: nothing was cleared.";

/** The one rule, said of each input that changes something. `what`: the fields that can be empty. */
export const nullRule = (what: string) =>
  `Absent fields stay unchanged. Null clears ${what}, and is refused with INVALID elsewhere. The payload's clearedFields lists what was cleared.`;

/** Said of inputs that make something new. */
export const nullIsAbsent = "Null is the same as absent.";
