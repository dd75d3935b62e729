import { isImportNote } from '#shared/reports/import-report'
import { chooseTemplate } from '../../importing/import-template'
import { keptReport } from '../../stores/import-reports'
import { canEdit, defineCommand } from '../define'

export default [
  defineCommand({
    id: 'board.importTemplate',
    title: 'Import a CloudFormation template…',
    area: 'Board',
    also: 'yaml json stack sam cdk iac infrastructure as code',
    when: canEdit,
    run: ({ session }) => chooseTemplate(session),
  }),
  defineCommand({
    id: 'board.importReport',
    title: 'What the import understood',
    area: 'Board',
    also: 'cloudformation template not imported resources',
    when: ({ session }) =>
      keptReport(session.target) !== undefined ||
      session.snapshot.content.discovery.some(({ text }) => isImportNote(text)),
    run: ({ session, view }) =>
      keptReport(session.target)
        ? view.set({ dialog: 'imported' })
        : view.set({ panel: 'notes', panelOpen: true, chromeHidden: false }),
  }),
]
