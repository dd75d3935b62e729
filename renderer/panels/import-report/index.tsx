import { Check, Copy, Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { toast } from 'sonner'
import { leftOutTable, type ImportReport, type LeftOut } from '#shared/reports/import-report'
import { useSession } from '../../session/context'
import { keepReport, keptReport } from '../../stores/import-reports'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Input } from '../../ui/Field'

/** Rows shown at once; a search or a copy reaches the others. */
const MOST_ROWS = 300
/** A shorter list is read faster than searched. */
const SEARCHED_FROM = 8

/** Shows what an import understood once the session made of it is open. */
export function useFreshImportReport(): void {
  const session = useSession()
  useEffect(() => {
    const kept = keptReport(session.target)
    if (!kept || kept.isShown) return
    keepReport(session.target, kept.report, { isShown: true })
    session.view.getState().set({ dialog: 'imported' })
  }, [session])
}

/** What was understood of a template, and what was left out. */
export function ImportReportDialog() {
  const session = useSession()
  const report = keptReport(session.target)?.report
  const close = (): void => session.view.getState().set({ dialog: null })
  if (!report) return null
  const isNoted = report.notImported.length > 0 || report.notes.length > 0
  return (
    <Dialog
      title="What the import understood"
      description={report.fileName}
      wide
      onClose={close}
      footer={
        <>
          {isNoted ? (
            <p className="mr-auto text-xs text-muted">
              Also kept in the notes, under Open questions.
            </p>
          ) : null}
          <Button kind="primary" onClick={close}>
            Show the board
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Figures report={report} />
        {report.notes.length > 0 ? (
          <section aria-labelledby="import-notes" className="flex flex-col gap-1.5">
            <h3 id="import-notes" className="font-semibold">
              Good to know
            </h3>
            <ul className="flex list-disc flex-col gap-1 pl-4 text-muted">
              {report.notes.map((note) => (
                <li key={note} className="[overflow-wrap:anywhere]">
                  {note}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {report.notImported.length > 0 ? (
          <NotImported rows={report.notImported} />
        ) : (
          <p className="text-muted">Every resource of the template is on the board.</p>
        )}
      </div>
    </Dialog>
  )
}

function Figures({ report }: { report: ImportReport }) {
  const { resources, services, groups, connectors } = report
  const figures = [
    {
      name: 'Resources',
      value: `${number(resources.drawn)} of ${number(resources.all)}`,
      words: 'are shown on the board, some together in one node',
    },
    {
      name: 'Nodes',
      value: number(services + groups),
      words: `${count(services, 'service')} in ${count(groups, 'group')}`,
    },
    {
      name: 'Connectors',
      value: number(connectors),
      words: 'from what the resources say of each other',
    },
  ]
  return (
    <dl className="grid grid-cols-3 gap-3">
      {figures.map(({ name, value, words }) => (
        <div
          key={name}
          className="flex flex-col gap-1.5 rounded-md border border-line bg-surface p-3"
        >
          <dt className="text-xs font-medium text-muted">{name}</dt>
          <dd className="flex flex-col gap-1.5">
            <span
              className="text-2xl leading-none font-semibold tabular-nums"
              data-figure={name.toLowerCase()}
            >
              {value}
            </span>
            <span className="text-xs text-muted">{words}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function NotImported({ rows }: { rows: readonly LeftOut[] }) {
  const [query, setQuery] = useState('')
  const [copied, setCopied] = useState(false)
  const found = useMemo(() => {
    const wanted = query.trim().toLowerCase()
    return rows.filter((row) =>
      `${row.logicalId} ${row.type} ${row.reason}`.toLowerCase().includes(wanted),
    )
  }, [rows, query])
  const shown = found.slice(0, MOST_ROWS)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(leftOutTable(found))
      setCopied(true)
    } catch {
      toast.error('The list could not be copied', {
        description: 'The browser does not allow it. Select the rows and copy them by hand.',
      })
    }
  }
  return (
    <section aria-labelledby="import-left-out" className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h3 id="import-left-out" className="flex-1 font-semibold">
          Not imported{' '}
          <span className="font-normal text-muted tabular-nums">{number(rows.length)}</span>
        </h3>
        {rows.length >= SEARCHED_FROM ? (
          <label className="relative w-56">
            <span className="sr-only">Search what was not imported</span>
            <Search
              size={14}
              className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-faint"
            />
            <Input
              type="search"
              value={query}
              placeholder="Search id, type or reason"
              className="pl-7"
              onChange={(e) => {
                setQuery(e.target.value)
                setCopied(false)
              }}
            />
          </label>
        ) : null}
        <Button
          icon={copied ? <Check size={14} /> : <Copy size={14} />}
          disabled={found.length === 0}
          onClick={() => void copy()}
        >
          {copied ? 'Copied' : 'Copy list'}
        </Button>
      </div>
      <div className="scroll-thin max-h-[calc(38*var(--vh))] overflow-y-auto rounded-md border border-line">
        <table className="w-full table-fixed border-collapse text-left">
          <thead className="sticky top-0 bg-sunken text-xs text-muted">
            <tr>
              <th scope="col" className="w-[28%] px-3 py-1.5 font-medium">
                Logical id
              </th>
              <th scope="col" className="w-[32%] px-3 py-1.5 font-medium">
                Type
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                Reason
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr
                key={row.logicalId}
                data-not-imported={row.logicalId}
                className="border-t border-line align-top"
              >
                <th scope="row" className="px-3 py-1.5 font-medium [overflow-wrap:anywhere]">
                  {row.logicalId}
                </th>
                <td className="px-3 py-1.5 [overflow-wrap:anywhere] text-muted">{row.type}</td>
                <td className="px-3 py-1.5 [overflow-wrap:anywhere] text-muted">{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.length === 0 ? (
          <p className="px-3 py-2 text-muted">Nothing matches “{query.trim()}”.</p>
        ) : found.length > shown.length ? (
          <p className="border-t border-line px-3 py-2 text-muted">
            {number(found.length - shown.length)} more. Search, or copy the whole list.
          </p>
        ) : null}
      </div>
    </section>
  )
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function count(value: number, name: string): string {
  return `${number(value)} ${name}${value === 1 ? '' : 's'}`
}
