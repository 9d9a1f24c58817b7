import { execFile } from 'node:child_process'

/** Enough for a listing of every process of a user. */
const LARGEST = 8 * 1024 * 1024

/**
 * What a program of the system prints, or '' when it is not there, fails or does not answer in time. Arguments hold no secret.
 * @param patience milliseconds
 */
export const answerOf = (program: string, args: readonly string[], patience: number, env?: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve) => {
    const options = { timeout: patience, maxBuffer: LARGEST, windowsHide: true, killSignal: 'SIGKILL', ...(env && { env }) } as const
    execFile(program, [...args], options, (error, stdout) => resolve(error === null ? stdout : ''))
  })
