import { answersDir, type RecordedAnswer, recordedAnswers } from "./answer-file.js";
import { readAnswer, unreadWords } from "./answer-readings.js";
import { type AnsweringUps, startAnsweringUps } from "./answering-ups.js";

let ups: AnsweringUps;
const describeWithAnswers = answersDir ? describe : describe.skip;

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

async function judge(answer: RecordedAnswer): Promise<void> {
  // What a person saw and nobody here reads would else count as right.
  expect(unreadWords(answer)).toEqual([]);
  ups.answerWith(answer);
  expect(await readAnswer(ups.adapter, answer)).toMatchObject(asMatcher(answer.expect));
}

describeWithAnswers("recorded answers", () => {
  beforeAll(async () => {
    ups = await startAnsweringUps();
  });
  afterAll(() => ups.close());

  it("are there", () => expect(recordedAnswers()).not.toEqual([]));

  for (const answer of recordedAnswers()) it(`${answer.file}: ${answer.kind}`, () => judge(answer));
});
