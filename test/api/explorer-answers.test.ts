import { createAnswers } from "../../explorer/answers.js";

const step = (name: string, variables: object) => ({ document: `# ${name}.\nmutation ${name} { a }`, variables });

/** A draft is made, rated and bought; another one is deleted. */
const startOver = () =>
  createAnswers([
    step("Create", { own: "stays" }),
    step("Rate", { draft: "<Create.first.id>" }),
    step("Buy", { draft: "<!Create.first.id>", key: "buy-<Rate.quotes.0.id>" }),
    step("Track", { number: "<Buy.label.number>" }),
    step("Delete", { draft: "<!Create.spare.id>" }),
  ]);

const drafts = { first: { id: "shp_1" }, spare: { id: "shp_2" } };
const rated = { quotes: [{ id: "rqt_1" }] };
const buying = { draft: "<!Create.first.id>", key: "buy-<Rate.quotes.0.id>" };

describe("the variables of an example", () => {
  it("are filled in from what earlier ones gave", () => {
    const answers = startOver();
    answers.remember("Create", drafts);
    answers.remember("Rate", rated);
    expect(answers.fillIn({ list: [buying], own: "<stays>" })).toEqual({
      ...{ list: [{ draft: "shp_1", key: "buy-rqt_1" }], own: "<stays>" },
    });
  });

  it("name the example that has to be run first", () => {
    const answers = startOver();
    expect(answers.missingIn(answers.fillIn(buying))).toBe("Create");
    answers.remember("Create", drafts);
    expect(answers.missingIn(answers.fillIn(buying))).toBe("Rate");
    answers.remember("Rate", rated);
    expect(answers.missingIn(answers.fillIn(buying))).toBeUndefined();
  });

  it("do not find what was used up, nor what was built on it; the rest stays", () => {
    const answers = startOver();
    answers.remember("Create", drafts);
    answers.remember("Rate", rated);
    answers.remember("Buy", { label: { number: "1Z" } });
    expect(
      answers.fillIn(["<Create.first.id>", "<Rate.quotes.0.id>", "<Create.spare.id>", "<Buy.label.number>"]),
    ).toEqual([...["<Create.first.id>", "<Rate.quotes.0.id>", "shp_2", "1Z"]]);
  });

  it("do not find what was built on an answer that there is a newer one of", () => {
    const answers = startOver();
    answers.remember("Create", drafts);
    answers.remember("Rate", rated);
    answers.remember("Create", { ...drafts, first: { id: "shp_3" } });
    expect(answers.fillIn(buying)).toEqual({ draft: "shp_3", key: "buy-<Rate.quotes.0.id>" });
  });

  it("stay as they were after a refusal", () => {
    const answers = startOver();
    answers.remember("Create", drafts);
    answers.remember("Delete", { deleteShipment: { userErrors: [{ code: "NOT_FOUND" }] } });
    expect(answers.fillIn("<Create.spare.id>")).toBe("shp_2");
  });
});
