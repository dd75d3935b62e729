import { nodeDisk, type Disk } from '../../electron/sessions/disk'

export interface FailingDisk extends Disk {
  /** `null`: works. A code: every write fails with it, an append after half of its bytes. */
  failure: 'ENOSPC' | 'EIO' | null
}

/** The real disk, until told to fail like one that is full or broken. */
export function failingDisk(): FailingDisk {
  const check = (): void => {
    if (disk.failure) throw Object.assign(new Error(disk.failure), { code: disk.failure })
  }
  const disk: FailingDisk = {
    ...nodeDisk,
    failure: null,
    replace(path, bytes) {
      check()
      nodeDisk.replace(path, bytes)
    },
    makeFolder(path) {
      check()
      nodeDisk.makeFolder(path)
    },
    openAppend(path) {
      const file = nodeDisk.openAppend(path)
      return {
        get sizeBytes() {
          return file.sizeBytes
        },
        append(bytes) {
          if (disk.failure) file.append(bytes.subarray(0, bytes.byteLength >> 1))
          check()
          file.append(bytes)
        },
        truncate(to) {
          // A full disk still lets go of bytes; a broken one does nothing.
          if (disk.failure === 'EIO') check()
          file.truncate(to)
        },
        close: () => file.close(),
      }
    },
  }
  return disk
}
