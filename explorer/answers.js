/**
 * What the examples have been answered. Variables like "<BuyDraft.purchaseLabel.shipment.id>" stand for what an earlier
 * example gave; with "<!" it is used up: a draft that is bought, an account that is archived. Used by the page, and by
 * whatever else runs the examples as the page does.
 */
const mark = /<(!?)(\w+)\.(\w+)\.([\w.]+)>/g;

/** The operations that a document names. */
export const namesIn = (query) => [...query.matchAll(/^\s*(?:query|mutation)\s+(\w+)/gm)].map(([, name]) => name);

const marksIn = (variables) =>
  [...JSON.stringify(variables ?? {}).matchAll(mark)].map(([, takes, name, field]) => ({ takes, name, field }));

const isRefused = (data) => Object.values(data).some((payload) => payload?.userErrors?.length > 0);

/** Of examples as `{ document, variables }`. */
export function createAnswers(examples) {
  const answered = {};
  const steps = examples.map(({ document, variables }) => ({ name: namesIn(document)[0], marks: marksIn(variables) }));
  const isBuiltOn = (marks, name, field) => marks.some((marked) => marked.name === name && marked.field === field);

  /** One field of an answer and all that was built on it, but for the example that uses it up. */
  function forgetField(name, field, user) {
    delete answered[name]?.[field];
    for (const step of steps) if (step.name !== user && isBuiltOn(step.marks, name, field)) forget(step.name, user);
  }

  function forget(name, user) {
    for (const field of Object.keys(answered[name] ?? {})) forgetField(name, field, user);
  }

  function valueAt(name, field, path) {
    return path.split(".").reduce((part, key) => part?.[key], answered[name]?.[field]);
  }

  return {
    /** The value with what earlier examples gave in the place of its marks. */
    fillIn(value) {
      if (Array.isArray(value)) return value.map((part) => this.fillIn(part));
      if (typeof value === "object" && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.fillIn(part)]));
      if (typeof value !== "string") return value;
      return value.replaceAll(mark, (text, _, name, field, path) => valueAt(name, field, path) ?? text);
    },

    /** The first example that has to be run before, of filled in variables; undefined: none. */
    missingIn: (filled) => marksIn(filled)[0]?.name,

    /** Keeps an answer; what was built on an earlier one is no longer true, nor is what this one has used up. */
    remember(name, data) {
      if (isRefused(data)) return;
      forget(name);
      answered[name] = { ...data };
      for (const { takes, name: from, field } of steps.find((step) => step.name === name)?.marks ?? [])
        if (takes) forgetField(from, field, name);
    },
  };
}
