import { createAnswers, namesIn } from "../../explorer/answers.js";

/**
 * The examples of one fresh load of the page, of both of its sets. `send(document, variables)` gives the answer's data
 * and errors. An example that goes on with another runs that one first, as the page says.
 */
export function startRound(page, send) {
  const examples = page.sets.flatMap(({ operations }) => operations);
  const byName = new Map(examples.map((example) => [namesIn(example.document)[0], example]));
  const answers = createAnswers(examples);

  async function run(name) {
    const { document, variables } = byName.get(name);
    const filledIn = () => answers.fillIn(variables);
    let last;
    for (let before = answers.missingIn(filledIn()); before; before = answers.missingIn(filledIn())) {
      if (before === last) throw new Error(`${name} goes on with ${before}, which gave nothing`);
      await run(before);
      last = before;
    }
    const { data, errors } = await send(document, filledIn());
    const refusals = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
    if (errors || refusals.length > 0) throw new Error(`${name}: ${JSON.stringify(errors ?? refusals)}`);
    answers.remember(name, data);
    return data;
  }

  return { names: [...byName.keys()], run };
}

/** One load of the page each; `seed` gives the order of the last. */
export const orders = [
  ["from first to last", (names) => names],
  ["from last to first", (names) => names.toReversed()],
  ["twice each, shuffled", (names, seed) => shuffled([...names, ...names], seed)],
];

/** The same for the same seed, a whole number. */
function shuffled(items, seed) {
  const next = numbersFrom(seed);
  return items
    .map((item) => [next(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Whole numbers by a linear congruential generator (Numerical Recipes). */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

/** What the page at `url` holds for its script. */
export async function loadPage(url) {
  const html = await (await fetch(`${url}/`, { headers: { accept: "text/html" } })).text();
  const [, json] = /<script type="application\/json" id="explorer-data">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}

/** Runs an operation of the demo at `url`. */
export const sendTo = (url) => async (query, variables) => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};

/** The operation that the README's curl sends. */
export function readmeLabel(readme) {
  const [, body] = /curl [^\n]+ -d '([^']+)'/.exec(readme) ?? [];
  return JSON.parse(body);
}
