/** The shape of every knowledge entry in `seeds/*.yaml` and `.zhibi/*.yaml`; JSON schemas for editors are generated from it. */
import * as z from 'zod';

/** A calendar date as precise as its source states it: `2026`, `2026-03` or `2026-03-12`. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'write a date as "2026", "2026-03" or "2026-03-12"')
  .describe('A date as precise as its source states it: 2026, 2026-03 or 2026-03-12');

const fullDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as "2026-03-12"');

const text = z.string().min(1);

/** The issuing document of a fact: never the reprint or mirror it was read on. */
const source = z
  .strictObject({
    title: text.describe('Title of the issuing document'),
    issuer: text.describe('The body that issued it'),
    date: partialDate,
    url: z
      .url({ protocol: /^https?$/, error: 'write a web address: https://…' })
      .optional()
      .describe('Only on the host of an official body'),
  })
  .describe('The issuing document');

const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id is lower-case letters, digits, "." and "-"'),
  sources: z.array(source).min(1),
  verified: fullDate.describe('The day this entry was last checked against its sources'),
  note: text.optional(),
});

const metSince = partialDate
  .optional()
  .describe('The date of the oldest text in which the wording was met, where that is older than its sources');

const alsoPut = z
  .array(text)
  .optional()
  .describe('What is put beside the wording in public texts and differs from it in one or two characters: no slips');

const occasion = z.strictObject({ date: partialDate, occasion: text });

/** A policy term with a definition in our own words. */
export const termSchema = entry.extend({
  term: text,
  aliases: z.array(text).optional(),
  definition: text,
  category: text.optional(),
  metSince,
  alsoPut,
  firstUsed: occasion.optional(),
  related: z.array(text).optional().describe('Other terms by their wording'),
  pinyin: text
    .optional()
    .describe('Full pinyin without tones, syllables separated by spaces, where a polyphone misleads'),
});

const variant = z.strictObject({
  text,
  kind: z.enum(['order', 'missing', 'wording', 'superseded', 'context']),
  severity: z
    .enum(['warning', 'information', 'off'])
    .describe('off: looks wrong but is in use; listed so that nothing flags it'),
  replacement: text.optional().describe('Only where the replacement is certain'),
  message: text.optional(),
  notWithin: z.array(text).optional().describe('Longer wordings in which the variant is right'),
});

/** A standard formulation (提法), or a fixed set with its members in order. */
export const formulationSchema = entry.extend({
  text,
  category: text.optional(),
  members: z.array(text).optional().describe('The members of a fixed set, in their order'),
  memberAliases: z
    .record(text, z.array(text))
    .optional()
    .describe('Other wordings of members, by the member: 支部委员会: [支委会]'),
  ordered: z.boolean().optional(),
  fixed: z
    .boolean()
    .optional()
    .describe('Never put with another word in it: what differs from it in one or two characters is a slip'),
  rigid: z
    .boolean()
    .optional()
    .describe('Put so often and so alike that any one other character in it is a slip, in a short one too'),
  met: z
    .number()
    .int()
    .optional()
    .describe(
      'How often it was met in the texts that were measured; with `open`, says in which parts anything else is a slip',
    ),
  open: z
    .array(text)
    .optional()
    .describe('Of a wording with `met`: the parts in whose place something else was met too'),
  partial: z.boolean().optional().describe('Its members are also named in part, without the set being meant'),
  since: partialDate.optional(),
  metSince,
  alsoPut,
  firstUsed: occasion.optional(),
  until: partialDate.optional().describe('The day from which it is no longer the current wording'),
  supersededBy: text.optional().describe('The id of the formulation that replaced it'),
  variants: z.array(variant).optional(),
  pinyin: text.optional(),
});

/** A target: an indicator with a value, or a goal in words, and the deadline it was set for. */
export const targetSchema = entry
  .extend({
    indicator: text,
    aliases: z.array(text).optional().describe('Other wordings of the indicator'),
    goals: z
      .array(text)
      .optional()
      .describe('Wordings of a goal without a number, as a draft would write it: 进入创新型国家行列'),
    region: text.describe('全国, or the place it holds for'),
    comparator: z.enum(['=', '>=', '<=', '>', '<', '~']).optional(),
    value: z.number().optional(),
    unit: text.optional(),
    deadline: partialDate,
    plan: text.describe('The plan or report that set it'),
    issued: partialDate,
    base: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .describe('The year a change is measured against'),
    binding: z.boolean().optional().describe('约束性 true, 预期性 false'),
    supersededBy: text.optional().describe('The id of the target that replaced it'),
    outcome: text.optional().describe('What became of it, with the figure reached'),
    reached: partialDate
      .optional()
      .describe('When it was known to be reached, where that was before its deadline: from then on it is no goal'),
    status: z.enum(['current', 'met', 'expired', 'superseded']).optional().describe('As of `verified`'),
  })
  .refine(
    (target) => target.value !== undefined || (target.goals?.length ?? 0) > 0,
    'a target needs `value` or `goals`',
  );

/** A body that was renamed, merged, restructured or abolished; entries of `change: current` list names in use. */
export const institutionSchema = entry.extend({
  name: text,
  aliases: z.array(text).optional(),
  change: z
    .enum(['renamed', 'merged', 'abolished', 'restructured', 'nameplate', 'current'])
    .describe('nameplate: the name is still in use as a nameplate of another body, so it is never flagged'),
  until: partialDate.optional().describe('When the name ceased to be current'),
  replacedBy: z.array(text).optional(),
  replacement: text.optional().describe('The one name to write instead, only where that is certain'),
  notBefore: z.array(text).optional().describe('What must not follow the name: 门 after 农业部'),
  notWithin: z.array(text).optional().describe('Longer names that contain this one: 银保监会 for 保监会'),
  onlyAfter: z
    .array(text)
    .optional()
    .describe('Names one of which must stand shortly before, with a place between: 人民银行…中心支行'),
});

/** A plan, congress, plenum, conference, law, standard or document a draft may cite. */
export const referenceSchema = entry.extend({
  name: text,
  aliases: z.array(text).optional(),
  kind: z.enum([
    'plan',
    'congress',
    'plenum',
    'work-conference',
    'session',
    'meeting',
    'law',
    'standard',
    'document',
    'campaign',
    'event',
  ]),
  number: text.optional().describe('Document or standard number, as printed: 国发〔2019〕4号; several orders with 、'),
  issuer: text.optional(),
  date: partialDate.describe('Issued, adopted or held'),
  period: z
    .strictObject({ from: partialDate, to: partialDate })
    .optional()
    .describe('Days of a meeting, or the years a plan covers'),
  effective: partialDate.optional(),
  until: partialDate.optional().describe('When it ceased to be current'),
  supersededBy: text.optional().describe('The id of the reference that replaced it'),
  series: text
    .optional()
    .describe('References of one series follow each other: five-year-plan, plenum, central-economic-work-conference'),
  topic: text.optional(),
  places: z.array(text).optional().describe('Of an event: names one of which a right statement of its place has'),
  how: z.array(text).optional().describe('Of an event: the words that tell of it, beside 首次提出: 审议通过'),
});

/** The most of a modern quotation that an entry may hold: a key phrase. A classical line stands whole. */
const LONGEST_KEY_PHRASE = 25;

/**
 * A saying: of a modern one the key phrase, with who said it, where and when, never the whole quotation; a classical
 * line as a whole, with its author and the work it stands in, which is its source.
 */
export const quoteSchema = entry
  .extend({
    sources: z.array(source).default([]).describe('The issuing documents; not needed where `work` names the source'),
    speaker: text.optional().describe('Who said or wrote it, as drafts name them'),
    aliases: z.array(text).optional().describe('Other names of the speaker; they hold for all entries of the speaker'),
    work: text
      .optional()
      .describe(
        'The work without 《》, a chapter after “·”: 孟子·离娄上; what stands in a work needs no occasion or date',
      ),
    alsoIn: z
      .array(text)
      .optional()
      .describe('Other authors and works the line is rightly given to: who quotes it, what else holds it'),
    keyPhrase: z.string().min(4).max(80),
    editions: z
      .array(z.string().min(4).max(80))
      .optional()
      .describe('Other wordings in right use: of other editions, or as everybody quotes it'),
    occasion: text.optional(),
    date: partialDate.optional(),
    kind: text.optional(),
  })
  .refine(
    ({ work, speaker, occasion, date, sources }) =>
      work !== undefined ||
      (speaker !== undefined && occasion !== undefined && date !== undefined && sources.length > 0),
    'a quote needs `work`, or `speaker`, `occasion`, `date` and `sources`',
  )
  .refine(
    ({ date, keyPhrase, editions }) =>
      date === undefined || [keyPhrase, ...(editions ?? [])].every(({ length }) => length <= LONGEST_KEY_PHRASE),
    `of what has a date, the key phrase is at most ${LONGEST_KEY_PHRASE} characters`,
  );

/** A figure of the country or a place as it was published, year by year; all that were published for a year, where it was revised. */
export const figureSchema = entry.extend({
  indicator: text,
  aliases: z.array(text).optional().describe('Other wordings of the indicator'),
  region: text.describe('全国, or the place it holds for'),
  unit: text,
  announced: z.boolean().optional().describe('Known from the beginning of its year: a budget, a bond issue'),
  values: z
    .array(
      z.strictObject({
        year: z
          .string()
          .regex(/^\d{4}$/, 'write a year as "2025"')
          .optional()
          .describe('None for a figure that holds for good: a red line, a total that was reached'),
        value: z.number().optional(),
        growth: z.number().optional().describe('Growth over the year before, in per cent'),
        revised: z
          .boolean()
          .optional()
          .describe('Revised later, and not every revision is given: what is close to it is taken for one'),
        unit: text.optional().describe('The unit of this value where it is another than that of the entry'),
      }),
    )
    .min(1),
});

/** The knowledge files, by file name without `.yaml`, each a YAML list of entries. */
export const schemas = {
  terms: termSchema,
  formulations: formulationSchema,
  targets: targetSchema,
  institutions: institutionSchema,
  references: referenceSchema,
  quotes: quoteSchema,
  figures: figureSchema,
} as const;

export type KnowledgeKind = keyof typeof schemas;
export type Source = z.infer<typeof source>;
export type Term = z.infer<typeof termSchema>;
export type FormulationVariant = z.infer<typeof variant>;
export type Formulation = z.infer<typeof formulationSchema>;
export type Target = z.infer<typeof targetSchema>;
export type Institution = z.infer<typeof institutionSchema>;
export type Reference = z.infer<typeof referenceSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Figure = z.infer<typeof figureSchema>;
