import { machineTimers, within } from '../../bot/timers.ts'
import { supervise, type Gap } from '../../bot/connection/supervisor.ts'
import { usualPatience } from '../../bot/wechaty-patience.ts'
import { connectWechaty } from '../../bot/wechaty.ts'
import { PuppetLocal } from '../../bot/puppets/local.ts'
import type { ChatPeople, Saying } from '../../models/chat.ts'
import type { Utterance } from '../../models/utterance.ts'
import { memoryLog, memoryMedia, memoryTranscript, trainingPeople, turnedClock } from '../channel/fakes.ts'
import { turnedTimers } from '../channel/outbox-fakes.ts'
import { gatewayClient, gatewayTo, gatewayToken } from './gateway.ts'

/** Real Wechaty behind a real gateway; what it hears is collected. */
export async function behindGateway({
  tls = false,
  token = gatewayToken,
  watchdog = 60,
  people = trainingPeople,
}: { tls?: boolean; token?: string; watchdog?: number; people?: ChatPeople } = {}) {
  const clock = turnedClock()
  const transcript = memoryTranscript()
  const media = memoryMedia()
  const log = memoryLog()
  const heard: Utterance[] = []
  const gaps: Gap[] = []
  const logins: string[] = []
  let ids = 0
  const local = new PuppetLocal({ account: 'bot', people, transcript, media, clock, newId: () => `b${String((ids += 1))}` })
  const gateway = await gatewayTo(local, tls)
  await gateway.open()
  const puppet = gatewayClient(gateway, tls, token, watchdog)
  let arrived: () => void = () => undefined
  let loggedIn: () => void = () => undefined
  const login = new Promise<void>((resolve) => {
    loggedIn = resolve
  })
  const channel = await connectWechaty({
    puppet,
    channel: 'wechaty-puppet-service',
    account: 'village',
    botName: '积分管家',
    log,
    clock,
    timers: machineTimers,
    patience: { ...usualPatience, lookup: 500, say: 1_000 },
    onLogin: (account) => {
      logins.push(account)
      loggedIn()
    },
    hear: async (utterance) => {
      heard.push(utterance)
      arrived()
    },
  })
  const supervisor = supervise({
    channel,
    clock,
    timers: turnedTimers(clock),
    log,
    backoff: [0],
    onGap: (gap) => {
      gaps.push(gap)
    },
  })
  await channel.start()
  return {
    clock,
    transcript,
    media,
    log,
    heard,
    gaps,
    logins,
    local,
    gateway,
    puppet,
    channel,
    supervisor,
    login: () => within(machineTimers, 3_000, login),
    /** says it, and resolves when the bot has heard something */
    async hear(saying: Saying): Promise<void> {
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve
      })
      await local.hear(saying)
      await within(machineTimers, 3_000, arrival)
    },
    /** as when nothing has come for a minute: then the supervisor asks */
    async minute(): Promise<void> {
      clock.turn(60_000)
      await supervisor.look()
    },
    async end(): Promise<void> {
      supervisor.stop()
      await channel.stop()
      await gateway.kill()
    },
  }
}
