import type { ModelResult } from '../model/result.ts';

/** As many as the concise text has. */
export const CONCISE = { findings: 10, questions: 8, notes: 3 };

/** The value of a concise answer: what its text says, for clients that show a model the value instead. */
export function briefOf(result: ModelResult) {
  const { faultline, files, findings, questions, satisfied, unknown, disagreements, dangling, uncited, written } =
    result;
  return {
    faultline,
    files,
    findings: findings
      .slice(0, CONCISE.findings)
      .map(({ rule, severity, at, message, sums, facts, uncited: isUncited }) => ({
        rule,
        severity,
        at,
        message,
        sums,
        uncited: isUncited,
        lines: [...new Set(facts.flatMap(({ file, line }) => (line === undefined ? [] : [`${file}:${line}`])))].slice(
          0,
          6,
        ),
      })),
    questions: questions.slice(0, CONCISE.questions).map(({ path, expected, rules }) => ({
      path,
      expected,
      rules: rules.length,
    })),
    violated: findings.length,
    satisfied,
    unknown,
    disagreements: disagreements.slice(0, CONCISE.notes),
    dangling: dangling.slice(0, CONCISE.notes),
    uncited,
    written,
  };
}
