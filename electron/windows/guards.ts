import { app, session, shell, type WebContents } from 'electron'
import { isOwnTopFrame } from '../ipc/answer'

/** Sites that links in findings lead to; they open in the person's own browser. */
const EXTERNAL_HOSTS = new Set(['docs.aws.amazon.com', 'aws.amazon.com'])
const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Whether a link may be handed to the system's browser. */
export function isExternalLink(link: string): boolean {
  try {
    const url = new URL(link)
    return url.protocol === 'https:' && url.port === '' && EXTERNAL_HOSTS.has(url.hostname)
  } catch {
    return false
  }
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
    openOutside(event.url)
  })
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}

function openOutside(url: string): void {
  if (isExternalLink(url)) void shell.openExternal(url)
}
