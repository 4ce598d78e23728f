/** Every signed file in an answer, with where it stands: `{ path, url }`. */
export function filesIn(value, path = []) {
  if (typeof value !== "object" || value === null) return [];
  if (value.file?.url) return [{ path: path.join("."), url: value.file.url }];
  return Object.entries(value).flatMap(([key, part]) => filesIn(part, [...path, key]));
}

const endings = {
  "application/pdf": "pdf",
  "application/zpl": "zpl",
  "application/epl": "epl",
  "application/spl": "spl",
  "image/gif": "gif",
  "image/png": "png",
  "image/jpeg": "jpg",
  "text/html": "html",
  "text/plain": "txt",
};

/** What the name of a kept file ends in, by its `content-type` header; parameters such as a charset do not count. */
export function endingOf(contentType) {
  const [type = ""] = (contentType ?? "").split(";");
  return endings[type.trim().toLowerCase()] ?? "bin";
}
