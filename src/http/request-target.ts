/** Nothing that a URL is read without, as a part behind #, and no letters that have to be encoded. */
const plainTarget = /^\/[!"$-~]*$/;

/**
 * The address that a request is for. Null for what would be another one once it is read as a URL, such as `//host/graphql`,
 * `/a/../graphql` and `http://host/graphql`: whoever stands in front, with rules by path, has seen what was written. So
 * paths are compared as they are written, and `/graphql` is the only way to write that.
 */
export function readTarget(target: string, basePath: string): URL | null {
  const [path = ""] = target.split("?", 1);
  if (!plainTarget.test(target) || path.includes("//") || !URL.canParse(target, localhost)) return null;
  const url = new URL(target, localhost);
  if (url.origin !== localhost || url.pathname !== path) return null;
  if (basePath !== "" && `${path}/`.startsWith(`${basePath}/`)) url.pathname = path.slice(basePath.length) || "/";
  return url;
}

const localhost = "http://localhost";
