import { readFileSync } from "node:fs";
import { join } from "node:path";
import yaml from "js-yaml";

/** One of UPS's published specifications, `file` of `directory`. */
export function readSpecification(directory, file) {
  const source = readFileSync(join(directory, file), "utf8");
  return yaml.load(file === "Shipping.yaml" ? repairShipping(source) : source);
}

/** As published, four lines of Shipping.yaml are indented in a way that strict parsers refuse: wrapped quoted text. */
function repairShipping(source) {
  const lines = source.split("\n");
  for (const number of [4784, 4785, 14220, 14221]) {
    const line = lines[number - 1];
    if (line !== undefined) lines[number - 1] = line.replace(/^[ \t]*/, " ".repeat(12));
  }
  return lines.join("\n");
}
