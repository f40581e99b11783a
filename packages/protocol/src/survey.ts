import * as v from 'valibot';

/** A question of the site; `true`: the one that is built in, in the customer's language. */
const Question = v.union([v.literal(true), v.pipe(v.string(), v.minLength(1), v.maxLength(200))]);

/** What is asked when a conversation is over. */
export const SurveyQuestions = v.object({
  title: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  /** One to five. */
  stars: v.optional(Question),
  /** Whether they would recommend it: 0 to 10. */
  nps: v.optional(Question),
  /** In their own words. */
  text: v.optional(Question),
});
export type SurveyQuestions = v.InferOutput<typeof SurveyQuestions>;

/** Null where nothing is asked. */
export function readSurvey(survey: unknown): SurveyQuestions | null {
  const read = v.safeParse(SurveyQuestions, survey);
  return read.success && (read.output.stars ?? read.output.nps ?? read.output.text) ? read.output : null;
}

/** At most so many UTF-16 code units of their own words. */
const mostText = 2000;

const step = (least: number, most: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)));

/** What was answered; what was not answered is left out. */
export const surveyEntries = {
  stars: step(1, 5),
  nps: step(0, 10),
  text: v.optional(v.pipe(v.string(), v.maxLength(mostText))),
};
export const SurveyAnswers = v.object(surveyEntries);
export type SurveyAnswers = v.InferOutput<typeof SurveyAnswers>;

/** Of what was given, as much as was asked for; null where nothing is left. */
export function answersTo(questions: SurveyQuestions, { stars, nps, text = '' }: SurveyAnswers): SurveyAnswers | null {
  const said = text.trim();
  const answers = {
    ...(questions.stars && stars !== undefined && { stars }),
    ...(questions.nps && nps !== undefined && { nps }),
    ...(questions.text && said && { text: said }),
  };
  return Object.keys(answers).length > 0 ? answers : null;
}
