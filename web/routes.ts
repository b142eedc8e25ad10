import { fontFile, pageFile } from './files.ts'
import { answerHealth, answerLoginCode } from './health.ts'
import type { Health } from './health.ts'
import { answerHealthStyle } from './health-page.ts'
import type { Answer, SandboxApi } from './sandbox/api.ts'

/** Who may come in: anyone, or whoever sits at the machine on which the training village runs. */
export type Entrance = 'anyone' | 'trainee'

/** One address of the web server and who may use it. */
export interface Route {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly role: Entrance
  readonly answer: Answer
}

/** The files that make up the training village's page. */
export const pageFiles = [
  'base.css',
  'phone.css',
  'panel.css',
  'icon.svg',
  'main.js',
  'village.js',
  'server.js',
  'elements.js',
  'words.js',
  'people.js',
  'chats.js',
  'talk.js',
  'message.js',
  'composer.js',
  'clock.js',
  'hints.js',
  'reset.js',
] as const

/** Addresses every installation has. */
export const publicRoutes = (health: () => Promise<Health>): readonly Route[] => [
  { method: 'get', path: '/health', role: 'anyone', answer: answerHealth(health) },
  { method: 'get', path: '/health/qr.png', role: 'anyone', answer: answerLoginCode(health) },
  { method: 'get', path: '/health/page.css', role: 'anyone', answer: answerHealthStyle },
]

/** Addresses of the training village: its page and its API. */
export const trainingRoutes = (api: SandboxApi): readonly Route[] => [
  { method: 'get', path: '/', role: 'trainee', answer: pageFile('index.html') },
  { method: 'get', path: '/sandbox', role: 'trainee', answer: pageFile('index.html') },
  ...pageFiles.map((name): Route => ({ method: 'get', path: `/sandbox/page/${name}`, role: 'trainee', answer: pageFile(name) })),
  { method: 'get', path: '/fonts/noto-sans-sc-400.ttf', role: 'trainee', answer: fontFile('noto-sans-sc-400.ttf') },
  { method: 'get', path: '/fonts/noto-sans-sc-700.ttf', role: 'trainee', answer: fontFile('noto-sans-sc-700.ttf') },
  { method: 'get', path: '/sandbox/api/state', role: 'trainee', answer: api.state },
  { method: 'post', path: '/sandbox/api/say', role: 'trainee', answer: api.say },
  { method: 'get', path: '/sandbox/api/messages', role: 'trainee', answer: api.messages },
  { method: 'post', path: '/sandbox/api/clock', role: 'trainee', answer: api.clock },
  { method: 'post', path: '/sandbox/api/reset', role: 'trainee', answer: api.reset },
  { method: 'get', path: '/sandbox/api/ledger', role: 'trainee', answer: api.ledger },
  { method: 'get', path: '/sandbox/api/events', role: 'trainee', answer: api.events },
  { method: 'get', path: '/sandbox/api/media/:sha256', role: 'trainee', answer: api.media },
]
