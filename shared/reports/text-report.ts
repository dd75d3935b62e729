import { RISKS, type BoardReport, type CheckReport, type VerdictReport } from './check-report'

/** A report for people to read in a terminal. Ends with a line that sums up. */
export function textReport({ files }: CheckReport): string {
  const lines: string[] = []
  let findings = 0
  let questions = 0
  for (const { file, boards, notImported, error } of files) {
    lines.push(file)
    if (error) lines.push(`  cannot be checked: ${error.message}`)
    for (const board of boards) {
      const open = board.verdicts.filter((one) => one.verdict === 'fail' && !one.waived)
      const asks = board.verdicts.filter((one) => one.verdict === 'ask')
      findings += open.length
      questions += asks.length
      lines.push(`  ${board.board}: ${standing(board)}`)
      for (const one of board.verdicts.filter((v) => v.verdict === 'fail' || v.verdict === 'error'))
        lines.push(`    ${line(one)}`)
      if (asks.length > 0)
        lines.push(
          `    ${asks.length} checks wait for an answer; --format json lists what they need`,
        )
    }
    for (const { logicalId, type, reason } of notImported)
      lines.push(`  not imported: ${logicalId} (${type}): ${reason}`)
    lines.push('')
  }
  const counted = files.length === 1 ? '1 file' : `${files.length} files`
  lines.push(`${counted}: ${count(findings, 'finding')}, ${count(questions, 'question')}.`)
  return lines.join('\n') + '\n'
}

function standing({ coverage, posture, verdicts }: BoardReport): string {
  if (coverage === null) return 'nothing to check'
  const open = verdicts.filter((one) => one.verdict === 'fail' && !one.waived)
  const byRisk = RISKS.flatMap((risk) => {
    const found = open.filter((one) => one.risk === risk).length
    return found === 0 ? [] : [`${found} ${risk}`]
  })
  const held = posture === null ? '' : `, ${percent(posture)} of that holds`
  return `${percent(coverage)} known${held}${byRisk.length > 0 ? `; ${byRisk.join(', ')}` : ''}`
}

function line({ risk, rule, message, logicalId, waived, verdict }: VerdictReport): string {
  const where = logicalId === undefined ? '' : ` (${logicalId})`
  const state = verdict === 'error' ? 'ERROR' : risk.toUpperCase()
  const end = waived ? ` [waived until ${waived.expiresAt.slice(0, 10)}: ${waived.reason}]` : ''
  return `${state.padEnd(9)}${rule.padEnd(9)}${message}${where}${end}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
