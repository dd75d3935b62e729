import type { SharingState } from '../../shared/ipc/contract'
import type { SessionId } from '../../shared/model/ids'
import { startWebServer, type WebServer } from './adapters/web-server'
import type { Invitations } from './invitations'
import type { SessionHost } from './session-host'

export interface SharingOptions {
  host: SessionHost
  invitations: Invitations
  rendererFolder: string
  /** Interface to listen on; `0.0.0.0` unless told otherwise. */
  listenOn?: string
  /** Address for links, as other computers reach this one. */
  addressForOthers(): string
  onChanged(id: SessionId): void
  report(message: string, error: unknown): void
}

/** Opens this computer's host to others, session by session. Without a shared session no port is open. */
export class Sharing {
  readonly #shared = new Set<SessionId>()
  #server: Promise<WebServer> | null = null
  #closing: Promise<void> = Promise.resolve()
  #port = 0

  constructor(private readonly options: SharingOptions) {}

  isShared(id: SessionId): boolean {
    return this.#shared.has(id)
  }

  /** Port that is open now, or `null`. */
  get openPort(): number | null {
    return this.#server && this.#port ? this.#port : null
  }

  state(id: SessionId): SharingState {
    const { invitations } = this.options
    const port = this.#port || invitations.port
    const address = `http://${this.options.addressForOthers()}:${port}`
    return {
      address: this.#shared.has(id) ? address : null,
      invitations: invitations.of(id).map((i) => ({
        id: i.id,
        role: i.role,
        link: `${address}/join#${invitations.token(i)}`,
        createdAt: i.createdAt,
        expiresAt: i.expiresAt,
        revoked: i.revoked,
      })),
    }
  }

  async start(id: SessionId): Promise<SharingState> {
    this.#server ??= this.#listen()
    try {
      await this.#server
    } catch (error) {
      this.#server = null
      throw error
    }
    this.#shared.add(id)
    this.options.onChanged(id)
    return this.state(id)
  }

  async invite(
    id: SessionId,
    role: 'editor' | 'viewer',
    expiresInMs: number,
  ): Promise<SharingState> {
    if (!this.#shared.has(id)) await this.start(id)
    this.options.invitations.issue(id, role, expiresInMs)
    this.options.onChanged(id)
    return this.state(id)
  }

  /** Ends the invitation and everyone who is here by it. */
  revoke(id: SessionId, invitationId: string): SharingState {
    this.options.invitations.revoke(id, invitationId)
    this.options.host.disconnect(
      id,
      'invitation.revoked',
      (who) => who.arrivedAs === 'guest' && who.invitationId === invitationId,
    )
    this.options.onChanged(id)
    return this.state(id)
  }

  /** Sends the guests away; closes the port when this was the last shared session. */
  async stop(id: SessionId): Promise<SharingState> {
    this.#shared.delete(id)
    this.options.host.disconnect(id, 'sharing.stopped', (who) => who.arrivedAs === 'guest')
    if (this.#shared.size === 0) await this.#closePort()
    this.options.onChanged(id)
    return this.state(id)
  }

  async dispose(): Promise<void> {
    this.#shared.clear()
    await this.#closePort()
  }

  async #closePort(): Promise<void> {
    const server = this.#server
    this.#server = null
    this.#port = 0
    if (server) this.#closing = server.then((open) => open.close())
    await this.#closing
  }

  /** The port of last time when it is free, so that links given away keep working. */
  async #listen(): Promise<WebServer> {
    await this.#closing
    const { host, rendererFolder, invitations, report } = this.options
    const common = { host, rendererFolder, report, listenOn: this.options.listenOn ?? '0.0.0.0' }
    let server: WebServer
    try {
      server = await startWebServer({ ...common, port: invitations.port })
    } catch (error) {
      if (invitations.port === 0) throw error
      server = await startWebServer({ ...common, port: 0 })
    }
    this.#port = server.port
    invitations.rememberPort(server.port)
    return server
  }
}
