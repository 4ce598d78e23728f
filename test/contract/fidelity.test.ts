import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { errorCodes } from "../../src/ups/words/error-codes/find-error-code.js";

const root = resolve(__dirname, "../..");
const text = readFileSync(join(root, "docs/fidelity.md"), "utf8");

interface Row {
  belief: string;
  evidence: string;
  certainty: string;
}

const rows: Row[] = [...text.matchAll(/^\| (.+) \|$/gm)]
  .map(([, line = ""]) => line.split(" | "))
  .filter((cells) => cells.length === 3 && cells[0] !== "belief")
  .map(([belief = "", evidence = "", certainty = ""]) => ({ belief, evidence, certainty }));

const certainties = ["PRODUCTION", "CAPTURED", "PUBLISHED", "INTEGRATORS", "INFERRED", "GUESS"];
const codesIn = (words: string) => [...words.matchAll(/`(\d{4,7})`/g)].map(([, code]) => code);

/** The codes in beliefs of these certainties. */
const toldAs = (...certainties: string[]) =>
  new Set(rows.filter(({ certainty }) => certainties.includes(certainty)).flatMap(({ belief }) => codesIn(belief)));

describe("docs/fidelity.md", () => {
  it("explains each certainty and no other", () => {
    const explained = [...text.matchAll(/^\| ([A-Z]+) \| /gm)].map(([, word]) => word);
    expect(explained).toEqual(certainties);
  });

  it("has belief, evidence and a certainty in every row", () => {
    expect(rows.length).toBeGreaterThan(50);
    const isWhole = ({ belief, evidence, certainty }: Row) =>
      belief.length > 10 && evidence.trim().length > 3 && certainties.includes(certainty);
    expect(rows.filter((row) => !isWhole(row))).toEqual([]);
    // A row with a bar too many or too few is none of these.
    expect(text.match(/^\| .*\b(PRODUCTION|CAPTURED|PUBLISHED|INTEGRATORS|INFERRED|GUESS) \|$/gm)).toHaveLength(
      rows.length,
    );
  });

  it("keeps each row in its table", () => {
    expect(text).not.toMatch(/\|\n\n+\|/);
  });

  it("names what was recorded where it says so", () => {
    const captured = rows.filter(({ certainty }) => certainty === "CAPTURED");
    const where = /recorded|with the answer|published numbers|[\w-]+\/[\w-]+ \d+/;
    expect(captured.filter(({ evidence }) => !where.test(evidence))).toEqual([]);
  });

  it("has no belief twice", () => {
    const beliefs = rows.map(({ belief }) => belief);
    expect(beliefs.filter((belief, at) => beliefs.indexOf(belief) !== at)).toEqual([]);
  });

  it("tells every guess of the simulator for less than known", () => {
    const readme = readFileSync(join(root, "packages/ups-simulator/README.md"), "utf8");
    const guesses = readme.split("\n").filter((line) => /\bguess/i.test(line) && line.startsWith("- "));
    const codes = new Set(guesses.flatMap((line) => codesIn(line.replace(/\([^()]*UPS's own\)/g, ""))));
    const told = toldAs("GUESS", "INFERRED");
    expect(codes.size).toBeGreaterThan(5);
    expect([...codes].filter((code) => !told.has(code))).toEqual([]);
  });

  it("tells every code that the adapter guesses the meaning of", () => {
    const guessed = errorCodes.filter(({ certainty }) => certainty === "GUESS").map(({ code }) => code);
    expect(guessed.length).toBeGreaterThan(0);
    expect(guessed.filter((code) => !toldAs("GUESS").has(code))).toEqual([]);
  });
});
