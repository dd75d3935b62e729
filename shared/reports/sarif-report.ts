import type { Risk, Rule } from '../rules/define-rule'
import type { CheckReport, VerdictReport } from './check-report'

const LEVEL: Readonly<Record<Risk, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}

/** How severe others read a risk, 0 to 10. Source: the `security-severity` property of GitHub code scanning. */
const SEVERITY: Readonly<Record<Risk, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
}

/**
 * A report as SARIF 2.1.0, an object to be written as JSON: findings fail, questions are open, waivers are suppressions.
 *
 * Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
 */
export function sarifReport({ files }: CheckReport, rules: readonly Rule[], version: string) {
  const used = new Set(
    files.flatMap(({ boards }) =>
      boards.flatMap(({ verdicts }) => verdicts.flatMap((one) => (shown(one) ? one.rule : []))),
    ),
  )
  const listed = rules.filter(({ id }) => used.has(id))
  const indexOf = new Map(listed.map(({ id }, i) => [id, i]))
  const failed = files.filter(({ error }) => error !== undefined)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Drawbridge',
            semanticVersion: version,
            rules: listed.map(describe),
          },
        },
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map(({ file, error }) => ({
              level: 'error',
              message: { text: error?.message ?? '' },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
            })),
          },
        ],
        results: files.flatMap(({ file, boards }) =>
          boards.flatMap(({ board, verdicts }) =>
            verdicts.filter(shown).map((one) => ({
              ruleId: one.rule,
              ruleIndex: indexOf.get(one.rule) ?? -1,
              kind: one.verdict === 'fail' ? 'fail' : 'open',
              level: one.verdict === 'fail' ? LEVEL[one.risk] : 'none',
              message: { text: one.message },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: uriOf(file) } },
                  logicalLocations: [
                    {
                      name: one.logicalId ?? one.label,
                      fullyQualifiedName: `${board}/${one.logicalId ?? one.subject}`,
                      kind: 'resource',
                    },
                  ],
                },
              ],
              partialFingerprints: {
                'drawbridge/v1': `${one.rule}/${one.logicalId ?? one.subject}`,
              },
              ...(one.waived
                ? {
                    suppressions: [
                      {
                        kind: 'external',
                        status: 'accepted',
                        justification: `${one.waived.category}: ${one.waived.reason} (${one.waived.author}, until ${one.waived.expiresAt.slice(0, 10)})`,
                      },
                    ],
                  }
                : {}),
            })),
          ),
        ),
      },
    ],
  }
}

function shown({ verdict }: VerdictReport): boolean {
  return verdict === 'fail' || verdict === 'ask'
}

function describe(rule: Rule) {
  const [reference] = rule.references
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.rationale },
    help: { text: rule.remediation || rule.title },
    ...(reference ? { helpUri: reference.url } : {}),
    defaultConfiguration: { level: LEVEL[rule.risk] },
    properties: {
      'security-severity': SEVERITY[rule.risk],
      tags: [rule.pillar, ...rule.bestPractices],
    },
  }
}

/** A path as a relative or absolute URI reference. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path
}
