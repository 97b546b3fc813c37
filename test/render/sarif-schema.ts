import * as z from 'zod';

/**
 * The part of SARIF 2.1.0 (OASIS Standard, with Errata 01) that a log of ours uses, written down from its text; the
 * numbers are its sections. Strict objects: a property that the standard does not have is an error, as in its schema.
 */
const Text = z.string().min(1);
/** 3.8: anything may stand in a property bag; tags are unique. */
const Bag = z.looseObject({ tags: z.array(Text).refine(unique).optional() });
const Level = z.enum(['none', 'note', 'warning', 'error']);
/** 3.11, 3.12: plain text is required where there is Markdown. */
const Message = z.strictObject({ text: Text, markdown: Text.optional() });
/** 3.4: a relative reference, percent-encoded. */
const ArtifactLocation = z.strictObject({
  uri: z.string().regex(/^(?:[\w.~!$&'()*+,;=@/-]|%[\dA-F]{2})+$/),
  uriBaseId: Text,
});
/** 3.30: lines count from 1, the end is not before the start. */
const Region = z
  .strictObject({
    startLine: z.int().min(1),
    endLine: z.int().min(1).optional(),
    snippet: z.strictObject({ text: z.string() }).optional(),
  })
  .refine(({ startLine, endLine = startLine }) => endLine >= startLine);
/** 3.28, 3.29 */
const Location = z.strictObject({
  id: z.int().min(0).optional(),
  message: Message.optional(),
  physicalLocation: z.strictObject({ artifactLocation: ArtifactLocation, region: Region.optional() }),
});
/** 3.49; 3.49.12: the help's address is absolute. */
const ReportingDescriptor = z.strictObject({
  id: Text,
  name: Text,
  shortDescription: Message,
  fullDescription: Message,
  helpUri: z.url(),
  help: Message,
  defaultConfiguration: z.strictObject({ level: Level }),
  properties: Bag,
});
/** 3.35: why a result is not to be counted. */
const Suppression = z.strictObject({ kind: z.enum(['inSource', 'external']), justification: Text });
/** 3.27; 3.27.10: a level other than `none` goes with the kind `fail`. */
const Result = z.strictObject({
  ruleId: Text,
  ruleIndex: z.int().min(0),
  kind: z.literal('fail'),
  level: Level.exclude(['none']),
  message: Message,
  locations: z.array(Location).min(1),
  relatedLocations: z
    .array(Location)
    .refine((all) => unique(all.map(({ id }) => id)))
    .optional(),
  partialFingerprints: z.record(z.string().regex(/^\w+\/v\d+$/), Text),
  baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).optional(),
  suppressions: z.array(Suppression),
  properties: Bag,
});
/** 3.58 */
const Notification = z.strictObject({ level: Level, message: Message, locations: z.array(Location) });
/** 3.24 */
const Artifact = z.strictObject({
  location: ArtifactLocation,
  hashes: z.record(z.enum(['sha-256']), z.string().regex(/^[\da-f]{64}$/)),
  sourceLanguage: z.string().regex(/^[a-z]+$/),
  properties: Bag,
});
/** 3.14; a result's index leads to the rule of its id (3.27.6), and all or none tell a baseline state (3.27.24). */
const Run = z
  .strictObject({
    tool: z.strictObject({
      driver: z.strictObject({ name: Text, version: Text, semanticVersion: Text, rules: z.array(ReportingDescriptor) }),
    }),
    columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
    invocations: z.array(
      z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(Notification) }),
    ),
    artifacts: z.array(Artifact).refine((all) => unique(all.map((one) => JSON.stringify(one)))),
    results: z.array(Result),
  })
  .refine(({ tool, results }) => results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId))
  .refine(({ tool }) => unique(tool.driver.rules.map(({ id }) => id)))
  .refine(({ results }) => new Set(results.map(({ baselineState }) => baselineState === undefined)).size <= 1);
/** 3.13 */
export const Sarif = z.strictObject({ $schema: z.url(), version: z.literal('2.1.0'), runs: z.array(Run).length(1) });

function unique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
