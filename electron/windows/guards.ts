import { app, session, shell, type WebContents } from 'electron'
import { isWebLink } from '../../shared/model/web-link'
import { isOwnTopFrame } from '../ipc/answer'

/** Where links in findings lead; the window is never led there itself. */
const AWS_HOSTS = new Set(['docs.aws.amazon.com', 'aws.amazon.com'])
const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Whether an address may be handed to the system's browser: those that people put on their boards, and AWS's. */
export function isExternalLink(link: string): boolean {
  return webUrl(link) !== null
}

function isAwsLink(link: string): boolean {
  const url = webUrl(link)
  return url?.protocol === 'https:' && url.port === '' && AWS_HOSTS.has(url.hostname)
}

/** Read twice: as the board's own rule reads it, and as the system's browser will. */
function webUrl(link: string): URL | null {
  if (!isWebLink(link) || !URL.canParse(link)) return null
  const url = new URL(link)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url : null
}

/** Every page, now and later: no leaving, no new windows, no embedded views, almost no permissions. */
export function guardPages(): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents))
  const own = session.defaultSession
  own.setPermissionRequestHandler((contents, permission, decide, details) => {
    decide(
      ALLOWED_PERMISSIONS.has(permission) &&
        details.isMainFrame &&
        isOwnTopFrame(contents.mainFrame),
    )
  })
  own.setPermissionCheckHandler(
    (contents, permission) =>
      ALLOWED_PERMISSIONS.has(permission) && isOwnTopFrame(contents?.mainFrame),
  )
  own.setDevicePermissionHandler(() => false)
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault()
    if (isAwsLink(event.url)) void shell.openExternal(event.url)
  })
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalLink(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}
