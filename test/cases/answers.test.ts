import { answersDir, type RecordedAnswer, recordedAnswers } from "./answer-file.js";
import { readAnswer, unreadWords } from "./answer-readings.js";
import { type AnsweringUps, startAnsweringUps } from "./answering-ups.js";

/** Not read right yet: these must fail, so that whoever mends one takes it off the list. By the numbers of the files. */
const notYet: Record<string, string> = {};

let ups: AnsweringUps;
const describeWithAnswers = answersDir ? describe : describe.skip;
const numberOf = ({ file }: RecordedAnswer) => file.slice(0, 2);

/** Lists of codes and of services hold at least what a person saw; all else that was seen is exactly so. */
function asMatcher({ messages, errors, services, ...rest }: Record<string, unknown>) {
  const priced = services as Record<string, unknown>[] | undefined;
  return {
    ...rest,
    ...(messages !== undefined && { messages: expect.arrayContaining(messages as string[]) }),
    ...(errors !== undefined && { errors: expect.arrayContaining(errors as string[]) }),
    ...(priced && { services: expect.arrayContaining(priced.map(asService)) }),
  };
}

const asService = ({ sums, ...service }: Record<string, unknown>) =>
  expect.objectContaining({ ...service, ...(sums !== undefined && { sums: expect.objectContaining(sums) }) });

function readsRight(answer: RecordedAnswer) {
  return async () => {
    ups.answerWith(answer);
    expect(await readAnswer(ups.adapter, answer)).toMatchObject(asMatcher(answer.expect));
  };
}

describeWithAnswers("recorded answers", () => {
  beforeAll(async () => {
    ups = await startAnsweringUps();
  });
  afterAll(() => ups.close());

  it("are there, and all that are not read right yet are among them", () => {
    const numbers = recordedAnswers().map(numberOf);
    expect(numbers).not.toEqual([]);
    expect(Object.keys(notYet).filter((number) => !numbers.includes(number))).toEqual([]);
  });

  for (const answer of recordedAnswers()) {
    const name = `${answer.file}: ${answer.kind}`;
    const unread = unreadWords(answer);
    if (unread.length > 0) it.todo(`${name}: nobody reads ${unread.join(", ")}`);
    else (numberOf(answer) in notYet ? it.failing : it)(name, readsRight(answer));
  }
});
