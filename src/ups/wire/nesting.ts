/** Whether lists and objects of this JSON lie inside each other by more than `most`. What is no JSON may be called either. */
export function isNestedDeeper(json: string, most: number): boolean {
  for (let at = 0, depth = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfText(json, at);
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    if (depth > most) return true;
  }
  return false;
}

/** Images are texts of megabytes: they are not looked at letter by letter. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1))
    if (!isEscaped(json, end)) return end;
  return json.length;
}

function isEscaped(json: string, at: number): boolean {
  let before = at;
  while (json[before - 1] === "\\") before--;
  return (at - before) % 2 === 1;
}
