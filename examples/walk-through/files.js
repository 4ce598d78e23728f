/** Every signed file in an answer, with where it stands: `{ path, url }`. */
export function filesIn(value, path = []) {
  if (typeof value !== "object" || value === null) return [];
  if (value.file?.url) return [{ path: path.join("."), url: value.file.url }];
  return Object.entries(value).flatMap(([key, part]) => filesIn(part, [...path, key]));
}
