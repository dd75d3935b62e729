/** Names of everything that passes between page and main process. The page never chooses one. */
export const CHANNEL = {
  call: 'drawbridge:call',
  openDocument: 'drawbridge:open-document',
  connectRemote: 'drawbridge:connect-remote',
  port: 'drawbridge:port',
  event: 'drawbridge:event',
} as const
