import type { ResolveHook } from "node:module";

const original = new URL("../../../../src/shipping/purchase/purchase-label.js", import.meta.url).href;
const replacement = new URL("./purchase-without-claim.js", import.meta.url).href;

/** Gives whoever imports `purchaseLabel` the one without a claim; that one alone gets the original. */
export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  const resolved = await nextResolve(specifier, context);
  const isReplaced = resolved.url === original && context.parentURL !== replacement;
  return isReplaced ? { ...resolved, url: replacement } : resolved;
};
