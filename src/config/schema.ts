import * as z from 'zod';
import { Severity } from '../library/criterion.ts';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a criterion is named in lower case with hyphens');
const Text = z.string().trim().min(1).max(500);
const Glob = z.string().min(1).max(200);

/** Accepts an unmet criterion, for a reason. */
export const ConfigWaiver = z.strictObject({
  criterion: Id,
  reason: Text.describe('Why it is accepted; everybody who reads the report sees it'),
  by: Text.optional().describe('Who accepted it'),
  until: z.iso.date().optional().describe('The last day it holds, e.g. 2027-03-31; then it is reported as expired'),
  files: z
    .union([Glob, z.array(Glob).min(1).max(100)])
    .optional()
    .describe(
      'Globs of the designs it is for (*, ?, [a-z], {a,b}, **); without it all of them. A glob without / is a file name',
    ),
});
export type ConfigWaiver = z.infer<typeof ConfigWaiver>;

/** `.faultline.yaml`, as a team writes it. */
export const Config = z.strictObject({
  weights: z
    .record(Id, z.number().min(0).max(10))
    .default({})
    .describe('What a criterion weighs in the score, 0-10; 0 keeps it visible and out of the score'),
  severities: z.record(Id, Severity).default({}).describe('How serious an unmet criterion is'),
  disabled: z.array(Id).max(500).default([]).describe('Criteria that are not judged at all'),
  waivers: z.array(ConfigWaiver).max(500).default([]).describe('Unmet criteria that are accepted'),
  criteria: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe("Folder of the team's own criterion pages, relative to this file"),
  templates: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe("Folder of the team's own templates of deliverables, relative to this file"),
  designs: z
    .array(Glob)
    .max(500)
    .optional()
    .describe('What `faultline check` checks where nothing is named: files and globs of designs'),
  'fail-on': z
    .array(z.string().max(40))
    .max(20)
    .optional()
    .describe(
      'Gates of `faultline check`: violated, readiness, score<N, model, failures, stale, waivers; all but readiness and score without it',
    ),
  cache: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('File that `faultline check` keeps its results in, so that an unchanged design costs nothing'),
});
export type Config = z.infer<typeof Config>;
