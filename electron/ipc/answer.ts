import {
  calls,
  type CallError,
  type CallName,
  type Handlers,
  type Reply,
} from '../../shared/ipc/contract'
import { RefusalError } from '../host/room-store'
import { errorCode, LibraryError } from '../sessions/errors'

/** A frame of a page, as far as trusting it goes. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

export const APP_ORIGIN = 'app://drawbridge'

/** Whether a message comes from the top frame of our own page, and from nothing inside or beside it. */
export function isOwnTopFrame(frame: SenderFrame | null | undefined): boolean {
  if (!frame || frame.parent !== null) return false
  return frame.url === APP_ORIGIN || frame.url.startsWith(`${APP_ORIGIN}/`)
}

/**
 * Answers one call: known name, then input by its schema, then the handler. Never rejects.
 *
 * @param report gets what is a bug rather than an answer.
 */
export async function answer(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  report: (message: string, error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!isCallName(name)) return failed('call.unknown', 'This call is not known here.')
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return failed(
      'input.invalid',
      `${name}: ${issue ? `${issue.path.join('.') || 'input'}: ${issue.message}` : 'not understood'}`,
    )
  }
  try {
    // The name picks both the schema and the handler, so their types belong together; the index hides that.
    const handler = handlers[name] as (input: unknown) => unknown
    return { ok: true, value: await handler(parsed.data) }
  } catch (error) {
    return { ok: false, error: describe(name, error, report) }
  }
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

function describe(
  name: CallName,
  error: unknown,
  report: (message: string, error: unknown) => void,
): CallError {
  if (error instanceof LibraryError) return { code: error.code, message: error.message }
  if (error instanceof RefusalError)
    return { code: error.reason, message: 'The session cannot be opened.' }
  report(`${name} failed`, error)
  if (errorCode(error) === 'EADDRINUSE' || errorCode(error) === 'EACCES')
    return {
      code: 'sharing.port',
      message: 'No network port could be opened on this computer. A firewall may forbid it.',
    }
  return {
    code: 'internal',
    message: 'Something went wrong inside Drawbridge. Your work is safe; try again.',
  }
}

function failed(code: string, message: string): Reply<never> {
  return { ok: false, error: { code, message } }
}
